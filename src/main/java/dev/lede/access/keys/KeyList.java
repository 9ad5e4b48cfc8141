package dev.lede.access.keys;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of keys. */
record KeyList(List<KeyView> items, Page page) {

    /** Where this page stands, and the cursor of the next, if there is one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(int limit, @Nullable String next) {}
}
