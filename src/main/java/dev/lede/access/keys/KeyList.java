package dev.lede.access.keys;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of keys, as clients read it. */
record KeyList(List<KeyView> items, Page page) {

    /**
     * Where this page stands.
     *
     * @param total only without a cursor, as of every list
     * @param next the cursor of the page after, if there is one
     * @param prev the cursor of the page before, if there is one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            int limit,
            @Nullable Long total,
            @Nullable String next,
            @Nullable String prev) {}
}
