package dev.lede.access;

/** What is counted, each apart from the others. */
enum Limit {
    WRONG_KEYS("wrong keys"),
    READS("reads"),
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
    static Limit ofMethod(String method) {
        return switch (method) {
            case "GET", "HEAD" -> READS;
            default -> WRITES;
        };
    }
}
