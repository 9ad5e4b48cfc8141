package dev.lede.http.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A refusal or a fault as the client sees it: RFC 9457 problem details.
 *
 * @param instance the path that was asked for
 * @param requestId what the log knows this exchange by
 * @param errors each single thing that is wrong, where there are several or their place matters
 * @param members what this occurrence has to say beyond that, at the top level of the object
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "requestId", "errors"})
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        @Nullable String requestId,
        List<Violation> errors,
        @JsonAnyGetter Map<String, Object> members) {

    /** The media type of problem details, RFC 9457 §3. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The refusal, with what this exchange adds to it. */
    public static Problem of(ProblemException refusal, RoutingContext context) {
        var type = refusal.type();
        return new Problem(
                type.urn(),
                type.title(),
                type.status(),
                refusal.detail(),
                Exchange.instance(context),
                Exchange.requestId(context),
                refusal.violations(),
                refusal.members());
    }

    /** This problem as UTF-8 JSON. */
    public byte[] json() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem must be writable as JSON", e);
        }
    }
}
