package dev.lede.ingest.http;

import dev.lede.document.DocumentPath;
import dev.lede.document.place.UrlPath;
import dev.lede.hash.Sha256;
import dev.lede.ingest.derive.Derivation;
import dev.lede.ingest.store.Documents;
import dev.lede.ingest.store.Incoming;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;

/** Where a document goes that was posted without a path: {@code posts/<date>-<slug or title>.<lang>.md}. */
@ApplicationScoped
class PostedPaths {

    private static final int MOST_NUMBERED = 1_000;
    // Leaves room in 1,024 bytes for the date, the language and a number.
    private static final int LONGEST_NAME = 200;

    private final Derivation derivation;
    private final Documents documents;
    private final Clock clock;

    PostedPaths(Derivation derivation, Documents documents, Clock clock) {
        this.derivation = derivation;
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * Where a document may go.
     *
     * @param free nothing stood there when it was looked at
     */
    record Posted(DocumentPath path, boolean free) {}

    /** The first path of that form that is free, or holds these very bytes already. */
    Posted of(byte[] bytes) {
        var stem = stem(bytes);
        var hash = Sha256.hex(Sha256.of(bytes));
        for (var number = 1; number <= MOST_NUMBERED; number++) {
            var path = DocumentPath.parse(stem.with(number));
            var stored = documents.hash(path.value());
            if (stored.isEmpty() || stored.get().equals(hash)) {
                return new Posted(path, stored.isEmpty());
            }
        }
        return new Posted(DocumentPath.parse(stem.with(clock.millis())), true);
    }

    private record Stem(String name, String lang) {
        String with(long number) {
            return "posts/" + name + (number == 1 ? "" : "-" + number) + "." + lang + ".md";
        }
    }

    private Stem stem(byte[] bytes) {
        var draft = derivation
                .of(new Incoming(DocumentPath.parse("posts/untitled.md"), bytes))
                .draft();
        if (draft.isEmpty()) {
            // It will be refused; where does not matter.
            return new Stem("untitled", "en");
        }
        var article = draft.get().article();
        OffsetDateTime date = article.date();
        var day = date == null ? LocalDate.now(clock) : date.toLocalDate();
        var words = article.slug().equals("untitled") ? article.title() : article.slug();
        var name = UrlPath.of(words).replace('/', '-');
        var cut = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
        return new Stem(
                day + "-" + (cut.isEmpty() ? "untitled" : cut), article.lang().toLowerCase(Locale.ROOT));
    }
}
