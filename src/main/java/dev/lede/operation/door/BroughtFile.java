package dev.lede.operation.door;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lede.http.caching.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** What Lede brings to be served as it is. */
enum BroughtFile {
    CONTRACT("/META-INF/openapi.yaml", "application/yaml;charset=UTF-8"),
    /** The same, as whoever reads no YAML wants it. */
    CONTRACT_JSON("/META-INF/openapi.yaml", "application/json;charset=UTF-8") {
        @Override
        byte[] bytes() throws IOException {
            var contract =
                    new Load(LoadSettings.builder().setSchema(new CoreSchema()).build());
            try (var file = BroughtFile.class.getResourceAsStream("/META-INF/openapi.yaml")) {
                return new ObjectMapper().writeValueAsBytes(contract.loadFromInputStream(file));
            }
        }
    },
    PAGE("swagger-ui/index.html", "text/html;charset=UTF-8"),
    START("swagger-ui/start.js", "text/javascript;charset=UTF-8"),
    /** This and the following are of Swagger UI, as the build unpacks them. */
    BUNDLE("swagger-ui/swagger-ui-bundle.js", "text/javascript;charset=UTF-8"),
    STYLES("swagger-ui/swagger-ui.css", "text/css;charset=UTF-8"),
    ICON("swagger-ui/favicon-32x32.png", "image/png");

    private final String resource;
    private final String mediaType;

    BroughtFile(String resource, String mediaType) {
        this.resource = resource;
        this.mediaType = mediaType;
    }

    /** The file of the page by its path below {@code /q/}, such as {@code swagger-ui/start.js}. */
    static Optional<BroughtFile> at(String path) {
        return Stream.of(values()).filter(file -> file.resource.equals(path)).findFirst();
    }

    /** Reads and compresses it, which may take a tenth of a second: no work for the event loop. */
    Answer read() {
        try {
            return Answer.of(mediaType, bytes()).made();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    byte[] bytes() throws IOException {
        try (var file = BroughtFile.class.getResourceAsStream(resource)) {
            return file.readAllBytes();
        }
    }
}
