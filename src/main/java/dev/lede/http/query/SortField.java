package dev.lede.http.query;

/** One field of an order, and whether it runs from the greatest down. */
public record SortField(String name, boolean descending) {

    /** Reads {@code date} or {@code -date}. */
    static SortField parse(String text) {
        return text.startsWith("-") ? new SortField(text.substring(1), true) : new SortField(text, false);
    }

    @Override
    public String toString() {
        return descending ? "-" + name : name;
    }
}
