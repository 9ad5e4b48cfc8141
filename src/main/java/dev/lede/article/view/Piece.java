package dev.lede.article.view;

import java.util.Locale;

/** A part of an article's answer, as a column of the statement that reads {@code article a}. */
enum Piece {
    CARD("a.card"),
    DETAILS("a.details"),
    STATUS("a.status"),
    TRANSLATIONS("(select string_agg(o.reference, ',' order by o.lang, o.id) from article o"
            + " where o.translation_key = a.translation_key and o.id <> a.id and (o.visible or not %s))"),
    BODY("a.body"),
    TEXT("a.plain"),
    MARKDOWN("(select substring(d.bytes from a.body_offset + 1) from document d where d.id = a.id)");

    private final String expression;

    Piece(String expression) {
        this.expression = expression;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param visibleOnly whether of other articles the visible alone may be told */
    String column(boolean visibleOnly) {
        return expression.replace("%s", Boolean.toString(visibleOnly)) + " as " + label();
    }
}
