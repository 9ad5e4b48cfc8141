package dev.lede.http.body;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.lede.http.problem.Nearest;
import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import dev.lede.http.problem.Violation;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON bodies into records within a limit, and tells what is wrong with those that do not fit. Bodies that a
 * resource takes as a stream pass untouched.
 */
@Provider
public final class JsonBodies implements ReaderInterceptor {

    /** What a record is read from is never larger; documents and archives come as streams with limits of their own. */
    private static final long LIMIT = 1 << 20;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (InputStream.class.isAssignableFrom(context.getType()) || Reader.class.isAssignableFrom(context.getType())) {
            return context.proceed();
        }
        context.setInputStream(new BoundedStream(
                context.getInputStream(), () -> BoundedStream.tooLarge(ProblemType.PAYLOAD_TOO_LARGE, LIMIT), LIMIT));
        try {
            return context.proceed();
        } catch (JacksonException e) {
            throw refusal(e);
        } catch (WebApplicationException e) {
            // Quarkus wraps some of Jackson's exceptions, and leaves others as they are.
            if (e.getCause() instanceof JacksonException cause) {
                throw refusal(cause);
            }
            throw e;
        }
    }

    /** What is wrong with a body that Jackson refused. */
    public static ProblemException refusal(JacksonException failure) {
        if (failure.getCause() instanceof ProblemException nested) {
            return nested;
        }
        if (failure instanceof DatabindException invalid && !(invalid.getCause() instanceof JacksonException)) {
            var violation = violation(invalid);
            return new ProblemException(ProblemType.INVALID_BODY, violation.detail(), List.of(violation));
        }
        var place = failure.getLocation();
        var violation = place == null
                ? Violation.of("The body is not well-formed JSON.")
                : Violation.ofLine(
                        place.getLineNr(),
                        place.getColumnNr(),
                        String.format(
                                Locale.ROOT,
                                "The JSON is not well-formed at line %d, column %d.",
                                place.getLineNr(),
                                place.getColumnNr()));
        return new ProblemException(ProblemType.MALFORMED_JSON, violation.detail(), List.of(violation));
    }

    private static Violation violation(DatabindException invalid) {
        var pointer = invalid instanceof JsonMappingException mapping ? Pointers.of(mapping.getPath()) : "";
        if (invalid instanceof UnrecognizedPropertyException unknown) {
            var known = unknown.getKnownPropertyIds().stream()
                    .map(String::valueOf)
                    .sorted()
                    .toList();
            return Violation.ofPointer(
                            pointer,
                            "Unknown member \"" + unknown.getPropertyName() + "\". Allowed: " + String.join(", ", known)
                                    + ".")
                    .withHint(Nearest.to(unknown.getPropertyName(), known));
        }
        var wanted = invalid instanceof MismatchedInputException mismatch ? kind(mismatch.getTargetType()) : "value";
        var subject = pointer.isEmpty() ? "The body" : "\"" + pointer.substring(pointer.lastIndexOf('/') + 1) + "\"";
        var violation = Violation.ofPointer(pointer, subject + " must be " + wanted + ".");
        return invalid instanceof InvalidFormatException format
                ? violation.withValue(String.valueOf(format.getValue()))
                : violation;
    }

    /** The JSON word for a Java type, whose name no client is to see. */
    private static String kind(@Nullable Class<?> type) {
        if (type == null || type == Object.class) {
            return "a JSON value of the documented type";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "an RFC 3339 instant with offset";
        }
        if (type.isEnum()) {
            return "one of the documented words";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "a text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        return type.isArray() || Iterable.class.isAssignableFrom(type) ? "an array" : "an object";
    }
}
