package dev.lede.article.query;

import dev.lede.database.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Where a page takes a total from that no write keeps.
 *
 * @param known what was counted before, which holds as long as nothing has changed since
 * @param counting whether it is counted otherwise; if not, there is none
 */
public record Total(@Nullable Counted known, boolean counting) {

    /** Counted now. */
    public static final Total COUNTED_NOW = new Total(null, true);

    /** A total with the revision at which it was counted. */
    public record Counted(long revision, long total) {}

    /** The one that is known, or none. */
    public static Total ifStill(Counted known) {
        return new Total(known, false);
    }

    /** The one that is known, or what is counted now. */
    public static Total orCountedNow(@Nullable Counted known) {
        return new Total(known, true);
    }

    /** An expression in a statement on {@code revision r}. */
    Sql expression(Sql counted) {
        if (known == null) {
            return counted;
        }
        var still = Sql.of("case when r.number = ? then ?", known.revision(), known.total());
        return (counting ? still.then("else").then(counted) : still).then("end");
    }
}
