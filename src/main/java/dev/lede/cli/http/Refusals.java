package dev.lede.cli.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lede.cli.console.Printable;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Makes sentences of answers that say no. */
public final class Refusals {

    private static final int UNAUTHORIZED = 401;
    private static final int CLIENT_ERROR = 400;

    private Refusals() {}

    /** What the last line of an answer says that had begun well. */
    public static Refusal of(JsonNode problem) {
        return of(problem.path("status").asInt(), problem, Optional.empty());
    }

    static Refusal of(HttpResponse<?> answer, byte[] body) {
        var problem = Json.lenient(body);
        return problem.path("type").asText("").startsWith("urn:lede:problem:")
                ? of(answer.statusCode(), problem, RetryAfter.of(answer))
                : foreign(answer);
    }

    static Refusal withoutBody(HttpResponse<?> answer) {
        var sentence = answer.uri() + " answered " + answer.statusCode() + ".";
        return new Refusal(answer.statusCode(), sentence, List.of(), RetryAfter.of(answer));
    }

    /** A problem as RFC 9457 has it. */
    private static Refusal of(int status, JsonNode problem, Optional<Duration> retryAfter) {
        var title = problem.path("title").asText("");
        var detail = problem.path("detail").asText("");
        var said = Printable.of(
                detail.isEmpty() || detail.startsWith(title) ? title + rest(title, detail) : title + ". " + detail);
        var lines = Violation.list(problem.path("errors")).stream()
                .map(violation -> Printable.of(violation.message()))
                .filter(line -> !said.contains(line))
                .toList();
        var advice = status == UNAUTHORIZED ? " LEDE_KEY or --key-file gives the key." : "";
        return new Refusal(status, said + advice, lines, retryAfter);
    }

    private static String rest(String title, String detail) {
        return detail.isEmpty() ? "." : detail.substring(title.length());
    }

    private static Refusal foreign(HttpResponse<?> answer) {
        var location = answer.headers().firstValue("Location");
        var sentence = answer.statusCode() < CLIENT_ERROR && location.isPresent()
                ? answer.uri() + " redirects to " + Printable.of(location.get())
                        + ", which is not followed: name the right address with --url (LEDE_URL)."
                : answer.uri() + " answered " + answer.statusCode()
                        + ", and not as Lede does. Is --url (LEDE_URL) right, and that Lede new enough?";
        return new Refusal(answer.statusCode(), sentence, List.of(), RetryAfter.of(answer));
    }
}
