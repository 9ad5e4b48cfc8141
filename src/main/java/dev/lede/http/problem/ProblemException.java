package dev.lede.http.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A refusal that the client can do something about. It becomes a problem answer; it is not logged and has no stack
 * trace. Immutable: the methods that add something return another one.
 */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient Extras extras;

    private record Extras(List<Violation> violations, Map<String, String> headers, Map<String, Object> members) {}

    /** @param detail what was wrong and what is allowed, as a sentence for the client */
    public ProblemException(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    /**
     * @param detail what was wrong and what is allowed, as a sentence for the client
     * @param violations each of the things that are wrong
     */
    public ProblemException(ProblemType type, String detail, List<Violation> violations) {
        this(type, detail, new Extras(List.copyOf(violations), Map.of(), Map.of()));
    }

    private ProblemException(ProblemType type, String detail, Extras extras) {
        super(detail, null, false, false);
        this.type = type;
        this.extras = extras;
    }

    /** The same refusal, with a {@code Retry-After} of whole seconds, at least one. */
    public ProblemException retryAfter(Duration wait) {
        var seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return withHeader("Retry-After", Long.toString(seconds));
    }

    /** The same refusal, with one more header field in its answer. */
    public ProblemException withHeader(String name, String value) {
        return new ProblemException(type, detail(), new Extras(violations(), added(headers(), name, value), members()));
    }

    /** The same refusal, with one more member in its JSON object. */
    public ProblemException withMember(String name, Object value) {
        return new ProblemException(type, detail(), new Extras(violations(), headers(), added(members(), name, value)));
    }

    /** What kind of refusal it is; its status goes with it. */
    public ProblemType type() {
        return type;
    }

    /** What was wrong and what is allowed, as a sentence for the client. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** Each of the things that are wrong; empty where the detail says it all. */
    public List<Violation> violations() {
        return extras.violations();
    }

    /** Header fields of the answer beside those that every problem has. */
    public Map<String, String> headers() {
        return extras.headers();
    }

    /** Members of the JSON object beside those that every problem has. */
    public Map<String, Object> members() {
        return extras.members();
    }

    private static <V> Map<String, V> added(Map<String, V> present, String name, V value) {
        var all = new LinkedHashMap<>(present);
        all.put(name, value);
        return all;
    }
}
