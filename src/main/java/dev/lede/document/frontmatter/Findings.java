package dev.lede.document.frontmatter;

import dev.lede.document.Finding;
import dev.lede.document.Finding.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is found while one document is read. Not thread-safe. */
public final class Findings {
    // A hostile file could hold an error in every byte; nobody reads past the first hundred.
    private static final int MOST = 100;
    private static final int LONGEST = 300;

    private static final Comparator<@Nullable Integer> LAST = Comparator.nullsLast(Comparator.naturalOrder());

    private final List<Finding> found = new ArrayList<>();
    private boolean failed;

    /** Reports an error at a position: {@code line 4: the list is never closed}. */
    public void error(Position at, String what) {
        add(Severity.ERROR, new Place(at, null, null), brief(what), null);
    }

    /** Reports a warning at a position. */
    public void warning(Position at, String what) {
        add(Severity.WARNING, new Place(at, null, null), what, null);
    }

    /** Reports an error about a key and its value, which is the subject: {@code line 4, key "date": "x" is no date}. */
    public void error(String key, Value value, String what, @Nullable String hint) {
        add(Severity.ERROR, new Place(value.at(), key, written(value)), subject(value) + what, hint);
    }

    /** Reports a warning about a key and its value, which is the subject. */
    public void warning(String key, Value value, String what, @Nullable String hint) {
        add(Severity.WARNING, new Place(value.at(), key, written(value)), subject(value) + what, hint);
    }

    /** Reports a warning about a key itself, at the key, in a whole sentence. */
    public void warning(Value.Entry entry, String what, @Nullable String hint) {
        add(Severity.WARNING, new Place(entry.at(), entry.key(), null), what, hint);
    }

    /** Reports something about the document as a whole. */
    public void add(Finding finding) {
        failed |= finding.isError();
        if (found.size() < MOST || (finding.isError() && found.stream().noneMatch(Finding::isError))) {
            found.add(finding);
        }
    }

    /** Whether there was an error. */
    public boolean failed() {
        return failed;
    }

    /** What was found so far, in the order of the file; what has no position comes last. */
    public List<Finding> all() {
        return found.stream()
                .sorted(Comparator.comparing(Finding::line, LAST).thenComparing(Finding::column, LAST))
                .toList();
    }

    private void add(Severity severity, Place place, String what, @Nullable String hint) {
        String key = place.key() == null ? null : Finding.clip(place.key());
        String where = "line " + place.at().line() + (key == null ? "" : ", key \"" + key + "\"");
        add(new Finding(
                severity, where + ": " + what, place.at().line(), place.at().column(), key, place.value(), hint));
    }

    // What a library says may quote the whole file.
    private static String brief(String what) {
        return what.length() <= LONGEST ? what : what.substring(0, what.offsetByCodePoints(0, LONGEST / 2)) + "…";
    }

    private static String subject(Value value) {
        String written = written(value);
        if (written != null) {
            return "\"" + Finding.clip(written) + "\" ";
        }
        return value instanceof Value.Sequence ? "the list " : "the map ";
    }

    private static @Nullable String written(Value value) {
        return value instanceof Value.Scalar scalar ? scalar.written() : null;
    }

    private record Place(
            Position at, @Nullable String key, @Nullable String value) {}
}
