package dev.lede.ingest.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lede.document.Finding;
import dev.lede.http.query.LinkConfig;
import dev.lede.ingest.Outcome.Accepted;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** What a write answers: what was done, the article it gave, and what looked wrong. */
@ApplicationScoped
class ResultJson {

    private final ObjectMapper json;
    private final LinkConfig links;

    ResultJson(ObjectMapper json, LinkConfig links) {
        this.json = json;
        this.links = links;
    }

    /** Where clients read the document. */
    String location(Accepted accepted) {
        return links.prefix() + "/v1/documents/" + accepted.path().encoded();
    }

    byte[] ofDeleted(Accepted deleted) {
        var result = begun(deleted);
        result.writeBytes(utf8("}"));
        return result.toByteArray();
    }

    private static ByteArrayOutputStream begun(Accepted accepted) {
        var result = new ByteArrayOutputStream(accepted.article().length + 256);
        result.writeBytes(utf8("{\"action\":\"" + accepted.action().text() + "\",\"article\":"));
        result.writeBytes(accepted.article());
        return result;
    }

    /** @param noted warnings of how the document came, beside those of what it says */
    byte[] of(Accepted accepted, List<Finding> noted) {
        try {
            var result = begun(accepted);
            var warnings = Stream.concat(noted.stream(), accepted.warnings().stream())
                    .map(Violations::of)
                    .toList();
            result.writeBytes(utf8(",\"warnings\":" + json.writeValueAsString(warnings) + "}"));
            return result.toByteArray();
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("Warnings that are no JSON", fault);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
