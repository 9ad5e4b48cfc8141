package dev.lede.http.problem;

import io.vertx.core.VertxException;
import io.vertx.ext.web.handler.HttpException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Tells what of all that may be thrown is the client's to repair, or just a matter of waiting. */
public final class Refusals {

    /** Nobody nests causes deeper; a chain may also be a ring. */
    private static final int DEEPEST = 12;

    /**
     * SQLSTATEs that pass: lock not available, cancelled by timeout, serialisation failure, deadlock, too many
     * connections, shutting down and starting up. https://www.postgresql.org/docs/18/errcodes-appendix.html
     */
    private static final Set<String> PASSING =
            Set.of("55P03", "57014", "40001", "40P01", "53300", "57P01", "57P02", "57P03");

    private Refusals() {}

    /** The refusal in this failure, or nothing when it is a fault of ours. */
    public static Optional<ProblemException> in(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
            var refusal = of(cause);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        if (failure instanceof WebApplicationException answer) {
            return Optional.of(ofStatus(answer.getResponse().getStatus()));
        }
        return Optional.empty();
    }

    /** What to say of a bare status that the framework chose. */
    static ProblemException ofStatus(int status) {
        return switch (ProblemType.ofStatus(status)) {
            case NOT_FOUND ->
                new ProblemException(ProblemType.NOT_FOUND, "There is nothing here. GET / lists what there is.");
            case METHOD_NOT_ALLOWED ->
                new ProblemException(
                        ProblemType.METHOD_NOT_ALLOWED, "This method is not allowed here; Allow names those that are.");
            case NOT_ACCEPTABLE ->
                new ProblemException(ProblemType.NOT_ACCEPTABLE, "Nothing here is of a media type that Accept names.");
            case UNSUPPORTED_MEDIA_TYPE ->
                new ProblemException(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE, "A body of this Content-Type cannot be taken here.");
            case BUSY -> busy();
            case INTERNAL -> internal();
            default -> {
                var type = ProblemType.ofStatus(status);
                yield new ProblemException(type, type.title() + ".");
            }
        };
    }

    /** The bare answer to a fault. */
    static ProblemException internal() {
        return new ProblemException(
                ProblemType.INTERNAL, "The server failed to answer. Its log has more under this requestId.");
    }

    private static ProblemException busy() {
        return new ProblemException(
                        ProblemType.BUSY, "What this needs is in use or not ready just now. Try again in a moment.")
                .retryAfter(Duration.ofSeconds(1));
    }

    private static Optional<ProblemException> of(Throwable cause) {
        if (cause instanceof ProblemException refusal) {
            return Optional.of(refusal);
        }
        if (cause instanceof ConstraintViolationException invalid && invalid.getConstraintViolations() != null) {
            return ofViolations(invalid.getConstraintViolations());
        }
        if (cause instanceof SQLException database && passes(database)) {
            return Optional.of(busy());
        }
        if (cause instanceof VertxException
                && String.valueOf(cause.getMessage()).contains("'Host' header")) {
            return Optional.of(new ProblemException(
                    ProblemType.MALFORMED_REQUEST, "A request names a host that is one, in Host (RFC 9112 §3.2)."));
        }
        if (cause instanceof HttpException transport && transport.getStatusCode() < 500) {
            return Optional.of(ofStatus(transport.getStatusCode()));
        }
        return Optional.empty();
    }

    private static boolean passes(SQLException database) {
        var state = database.getSQLState();
        if (state == null) {
            // The connection pool has no state of its own for its one sentence.
            return String.valueOf(database.getMessage()).startsWith("Sorry, acquisition timeout");
        }
        return PASSING.contains(state) || state.startsWith("08");
    }

    private static Optional<ProblemException> ofViolations(Set<ConstraintViolation<?>> violations) {
        var found = violations.stream()
                .filter(Refusals::isOfRequest)
                .map(Refusals::violation)
                .sorted((one, other) -> String.valueOf(one.pointer()).compareTo(String.valueOf(other.pointer())))
                .toList();
        // What breaks a rule elsewhere, in an entity or in an answer, is a fault of ours.
        return found.size() < violations.size() || found.isEmpty()
                ? Optional.empty()
                : Optional.of(new ProblemException(
                        ProblemType.INVALID_BODY,
                        found.size() == 1 ? found.get(0).detail() : "The body has faults.",
                        found));
    }

    private static boolean isOfRequest(ConstraintViolation<?> violation) {
        var nodes = violation.getPropertyPath().iterator();
        return nodes.hasNext()
                && nodes.next().getKind() == ElementKind.METHOD
                && nodes.hasNext()
                && nodes.next().getKind() == ElementKind.PARAMETER;
    }

    private static Violation violation(ConstraintViolation<?> violation) {
        var pointer = new StringBuilder();
        StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .skip(2)
                .forEach(node -> {
                    if (node.getIndex() != null) {
                        pointer.append('/').append(node.getIndex());
                    }
                    if (node.getName() != null && node.getKind() == ElementKind.PROPERTY) {
                        pointer.append('/').append(node.getName());
                    }
                });
        if (pointer.length() == 0) {
            return Violation.of("The body is missing or empty.");
        }
        var message = violation.getMessage();
        return Violation.ofPointer(
                pointer.toString(),
                String.format(Locale.ROOT, "%s %s.", pointer.substring(pointer.lastIndexOf("/") + 1), message));
    }
}
