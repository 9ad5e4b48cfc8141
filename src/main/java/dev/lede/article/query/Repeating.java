package dev.lede.article.query;

/** Where that of {@code article a} stands which other tables repeat, so that a walk through one of them looks no further. */
enum Repeating {
    ARTICLE("a.lang", "a.section", "a.date"),
    /** With {@code article_term t} besides. */
    TERM("t.lang", "a.section", "t.date"),
    /** With {@code search_entry t} besides, or alone. Older entries do not have the section. */
    ENTRY("t.lang", "coalesce(t.section, (select o.section from article o where o.id = t.article_id))", "t.date");

    private final String lang;
    private final String section;
    private final String date;

    Repeating(String lang, String section, String date) {
        this.lang = lang;
        this.section = section;
        this.date = date;
    }

    String lang() {
        return lang;
    }

    String section() {
        return section;
    }

    String date() {
        return date;
    }
}
