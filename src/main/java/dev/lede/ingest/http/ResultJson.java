package dev.lede.ingest.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lede.ingest.Outcome.Accepted;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** What a write answers: what was done, the article it gave, and what looked wrong. */
@ApplicationScoped
class ResultJson {

    private final ObjectMapper json;

    ResultJson(ObjectMapper json) {
        this.json = json;
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

    byte[] of(Accepted accepted) {
        try {
            var result = begun(accepted);
            var warnings = accepted.warnings().stream().map(Violations::of).toList();
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
