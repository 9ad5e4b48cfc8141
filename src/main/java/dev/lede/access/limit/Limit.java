package dev.lede.access.limit;

/** What is counted, each apart from the others. */
public enum Limit {
    /** Requests whose key is none. */
    WRONG_KEYS("wrong keys"),
    /** Requests that change nothing. */
    READS("reads"),
    /** All others. */
    WRITES("writes");

    private final String noun;

    Limit(String noun) {
        this.noun = noun;
    }

    /** What there was too much of, in words. */
    String noun() {
        return noun;
    }

    /** The name of its policy in {@code RateLimit} fields. */
    String policy() {
        return noun.replace(' ', '-');
    }

    /** What a request of this method counts as. */
    public static Limit ofMethod(String method) {
        return switch (method) {
            case "GET", "HEAD" -> READS;
            default -> WRITES;
        };
    }
}
