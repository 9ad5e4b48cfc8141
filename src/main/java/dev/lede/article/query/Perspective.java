package dev.lede.article.query;

/** Which articles a read sees. */
public enum Perspective {
    /** What is visible to everybody. */
    PUBLISHED("a.visible"),
    /** Drafts, scheduled and expired ones too. */
    ALL("true");

    private final String condition;

    Perspective(String condition) {
        this.condition = condition;
    }

    /** The one condition that every read path puts on {@code article a}. */
    public String condition() {
        return condition;
    }
}
