package dev.lede.change.following;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How far a follower has read the log. Whoever goes on from it misses nothing.
 *
 * @param log which log it is: see {@code change_log.id}
 * @param whole up to this revision the follower has what was there, in every detail; between it and {@code revision} only
 *     the latest of each article was looked at, which may lie ahead still
 * @param revision all changes before this one were looked at
 * @param ordinal and in it those up to this one
 * @param article of the many that this one is told to have changed, those up to this one were told; null for all
 */
public record Place(
        String log,
        long whole,
        long revision,
        int ordinal,
        @Nullable UUID article) {

    /** Behind every change of a revision. */
    private static final int END = Integer.MAX_VALUE;

    private static final Comparator<Place> ORDER = Comparator.comparingLong(Place::revision)
            .thenComparingInt(Place::ordinal)
            .thenComparing(Place::lastTold);

    /** Hexadecimal digits of one half of an article's id. */
    private static final int HALF = 16;

    private static final Pattern FORM =
            Pattern.compile("([0-9a-f]{8})-(\\d{1,18})-(\\d{1,18})-(\\d{1,10})(?:-([0-9a-f]{32}))?");

    /** After everything of a revision and before it. */
    public static Place after(String log, long revision) {
        return new Place(log, revision, revision, END, null);
    }

    /** Behind one change, on the way from here. */
    Place at(long inRevision, int inOrdinal) {
        return new Place(log, whole, inRevision, inOrdinal, null);
    }

    /** Behind what one change means for one article, on the way from here. */
    Place at(long inRevision, int inOrdinal, UUID inArticle) {
        return new Place(log, whole, inRevision, inOrdinal, inArticle);
    }

    /** The first change in its revision that was not, or not wholly, looked at. */
    long nextOrdinal() {
        return article == null ? ordinal + 1L : ordinal;
    }

    /**
     * Back to another place, where that is of the same log and lies before this one. What was looked at only for its
     * latest on either way stays so.
     */
    public Place backTo(Place other) {
        return log.equals(other.log) && ORDER.compare(other, this) < 0
                ? new Place(log, Math.min(whole, other.whole), other.revision, other.ordinal, other.article)
                : this;
    }

    // As text ids compare as the database has it: unsigned. All of them is behind each.
    private String lastTold() {
        return article == null ? "g" : article.toString();
    }

    /** Reads what {@link #toString} wrote; empty when it is something else. */
    public static Optional<Place> parse(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var whole = Long.parseLong(parts.group(2));
        var revision = Long.parseLong(parts.group(3));
        var ordinal = Long.parseLong(parts.group(4));
        return whole > revision || ordinal > END
                ? Optional.empty()
                : Optional.of(new Place(parts.group(1), whole, revision, (int) ordinal, article(parts.group(5))));
    }

    private static @Nullable UUID article(@Nullable String digits) {
        return digits == null
                ? null
                : new UUID(
                        Long.parseUnsignedLong(digits.substring(0, HALF), 16),
                        Long.parseUnsignedLong(digits.substring(HALF), 16));
    }

    /** What clients are shown as {@code seq}. */
    @Override
    public String toString() {
        var place = String.format(Locale.ROOT, "%s-%d-%d-%d", log, whole, revision, ordinal);
        return article == null ? place : place + "-" + article.toString().replace("-", "");
    }
}
