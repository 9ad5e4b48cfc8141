package dev.lede.change.webhook.delivery;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lede.change.following.ChangeFilter;
import dev.lede.http.query.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which articles a webhook is told of: the parameters of {@code /v1/changes}, each with its values. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WebhookFilter(
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        List<String> lang,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        List<String> section,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        List<String> tag) {

    /** Whether it lets everything pass. */
    @JsonIgnore
    public boolean isEmpty() {
        return lang == null && section == null && tag == null;
    }

    /** As it is stored. */
    public static WebhookFilter parse(String text, ObjectMapper json) {
        try {
            return json.readValue(text, WebhookFilter.class);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("A stored filter that is no JSON", fault);
        }
    }

    /** What it means. Checked when the webhook was made, so that nothing is refused any more. */
    ChangeFilter changes() {
        return ChangeFilter.of(parameters());
    }

    /** As if it had been asked in an address. */
    public Parameters parameters() {
        Map<String, List<String>> given = new LinkedHashMap<>();
        put(given, "lang", lang);
        put(given, "section", section);
        put(given, "tag", tag);
        return Parameters.of(given);
    }

    private static void put(Map<String, List<String>> given, String name, @Nullable List<String> values) {
        if (values != null && !values.isEmpty()) {
            given.put(name, values);
        }
    }
}
