package dev.lede.article.writing;

import dev.lede.hash.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/**
 * What derives articles from documents: this code with this configuration. Rows that something else has derived are due
 * to be derived again.
 */
@ApplicationScoped
public class RenderVersion {

    /** Counts the changes of the code that make something else of the same document. */
    private static final int CODE = 5;

    /** What of the configuration decides what an article is. */
    private static final List<String> DECISIVE = List.of(
            "lede.content-root",
            "lede.dates-from-file-names",
            "lede.default-language",
            "lede.html.iframe-hosts",
            "lede.language-folders",
            "lede.public-url",
            "lede.summary.keys",
            "lede.summary.units",
            "lede.taxonomies",
            "lede.terms.split",
            "lede.thumbnail.fetch",
            "lede.thumbnail.from-body",
            "lede.thumbnail.keys",
            "lede.thumbnail.widths",
            "lede.time-zone");

    /** The same, of each language. */
    private static final List<String> FAMILIES = List.of("lede.languages.", "LEDE_LANGUAGES_");

    private final int number;

    RenderVersion(Config config) {
        var families = StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> FAMILIES.stream().anyMatch(name::startsWith)
                        || DECISIVE.stream().anyMatch(list -> name.startsWith(list + "[")));
        var decisive = Stream.concat(DECISIVE.stream(), families)
                .distinct()
                .sorted()
                .map(name -> name + "=" + config.getConfigValue(name).getValue())
                .collect(Collectors.joining("\n", CODE + "\n", ""));
        this.number = ByteBuffer.wrap(Sha256.of(decisive.getBytes(StandardCharsets.UTF_8)))
                .getInt();
    }

    /** Differs from that of other code and of other configurations, but for one chance in four billion. */
    public int number() {
        return number;
    }
}
