package dev.lede.document.frontmatter;

import dev.lede.document.Finding;
import dev.lede.document.Finding.Severity;
import dev.lede.document.mistake.Mistake;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects what is found while one document is read. Not thread-safe. */
public final class Findings {
    // A hostile file could hold an error in every byte; nobody reads past the first fifty.
    static final int MOST = 50;
    private static final int LONGEST = 300;

    private static final Comparator<@Nullable Integer> LAST = Comparator.nullsLast(Comparator.naturalOrder());

    private final List<Finding> found = new ArrayList<>();
    private int warningsLeftOut;
    private int errorsLeftOut;
    private boolean failed;

    /** Reports an error at a position: {@code line 4: the list is never closed}. */
    public void error(Position at, String what) {
        add(Severity.ERROR, new Place(at, null, null), brief(what), null);
    }

    /** Reports an error at a position, with what to write instead. */
    public void error(Position at, String what, @Nullable String hint) {
        add(Severity.ERROR, new Place(at, null, null), brief(what), hint);
    }

    /** Reports what is wrong with a part of the file that begins at a position. */
    void error(Position start, Mistake mistake) {
        Position at = start.shift(mistake.line(), mistake.column());
        String what = mistake.value() == null ? mistake.what() : subject(mistake.value()) + mistake.what();
        String hint = mistake.hint() == null ? null : brief(mistake.hint());
        add(Severity.ERROR, new Place(at, mistake.key(), mistake.value()), brief(what), hint);
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
        if (found.size() == MOST && finding.isError() && errorsLeftOut == 0) {
            leaveOutAWarning();
        }
        if (found.size() < MOST) {
            found.add(finding);
        } else if (finding.isError()) {
            errorsLeftOut++;
        } else {
            warningsLeftOut++;
        }
    }

    /** Counts errors that nobody has put into words. */
    void leaveOut(int errors) {
        failed |= errors > 0;
        errorsLeftOut += errors;
    }

    /** An error weighs more than a warning, however late it comes. */
    private void leaveOutAWarning() {
        for (int last = found.size() - 1; last >= 0; last--) {
            if (!found.get(last).isError()) {
                found.remove(last);
                warningsLeftOut++;
                return;
            }
        }
    }

    /** Whether there was an error. */
    public boolean failed() {
        return failed;
    }

    /** What was found so far, in the order of the file; what has no position comes last, and then how much is left out. */
    public List<Finding> all() {
        Stream<Finding> sorted =
                found.stream().sorted(Comparator.comparing(Finding::line, LAST).thenComparing(Finding::column, LAST));
        return Stream.concat(sorted, leftOut().stream()).toList();
    }

    private Optional<Finding> leftOut() {
        if (errorsLeftOut > 0) {
            return Optional.of(Finding.error(
                    "there are " + errorsLeftOut + " more errors and " + warningsLeftOut + " more warnings"));
        }
        return warningsLeftOut > 0
                ? Optional.of(Finding.warning("there are " + warningsLeftOut + " more warnings"))
                : Optional.empty();
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
            return subject(written);
        }
        return value instanceof Value.Sequence ? "the list " : "the map ";
    }

    private static String subject(String written) {
        return "\"" + Finding.clip(written) + "\" ";
    }

    private static @Nullable String written(Value value) {
        return value instanceof Value.Scalar scalar ? scalar.written() : null;
    }

    private record Place(
            Position at, @Nullable String key, @Nullable String value) {}
}
