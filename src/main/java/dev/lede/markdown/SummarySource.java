package dev.lede.markdown;

/** Where a summary comes from, the strongest first. */
public enum SummarySource {
    DIVIDER("divider"),
    FRONT_MATTER("front-matter"),
    AUTO("auto");

    private final String id;

    SummarySource(String id) {
        this.id = id;
    }

    /** The name clients see. */
    public String id() {
        return id;
    }
}
