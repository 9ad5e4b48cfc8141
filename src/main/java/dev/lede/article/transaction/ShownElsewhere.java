package dev.lede.article.transaction;

import java.time.OffsetDateTime;

/**
 * What a change means for what is shown of an article with others: as a translation, as a neighbour, as where a link
 * leads.
 *
 * @param otherwise it came, went or is called otherwise, so that whatever shows it shows something else now
 * @param before its date until now, which is its place among its neighbours; {@code OffsetDateTime.MIN} for none
 * @param after its date from now on
 */
public record ShownElsewhere(boolean otherwise, OffsetDateTime before, OffsetDateTime after) {

    /** Of what has no date and is shown otherwise, such as assets. */
    public static final ShownElsewhere UNDATED = new ShownElsewhere(true, OffsetDateTime.MIN, OffsetDateTime.MIN);
}
