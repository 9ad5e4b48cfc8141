package dev.lede.http.problem;

import io.vertx.core.MultiMap;
import java.util.Map;

/** Names the parameter that could not be converted to the type its resource declares. */
final class Unconvertible {

    private Unconvertible() {}

    /** The framework tells neither name nor value, but the failed conversion quotes the value. */
    static ProblemException refusal(IllegalArgumentException cause, MultiMap parameters) {
        var message = String.valueOf(cause.getMessage());
        var violations = parameters.entries().stream()
                .filter(parameter -> !parameter.getValue().isEmpty() && message.contains(parameter.getValue()))
                .map(Unconvertible::violation)
                .toList();
        return new ProblemException(
                ProblemType.INVALID_PARAMETER,
                violations.size() == 1 ? violations.get(0).detail() : "A parameter of the address has no valid value.",
                violations);
    }

    private static Violation violation(Map.Entry<String, String> parameter) {
        return Violation.ofParameter(
                        parameter.getKey(),
                        "\"" + parameter.getValue() + "\" is no valid value of \"" + parameter.getKey() + "\".")
                .withValue(parameter.getValue());
    }
}
