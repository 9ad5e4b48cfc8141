package dev.lede.http.manners;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import dev.lede.http.problem.Violation;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Checks the address of a request before anything reads it: what comes after may take it for well-formed. */
final class RequestLine {

    /** In bytes; room for a cursor that carries the longest title. */
    private static final int LONGEST = 16_384;

    /** With nothing but these an address is what it looks like. */
    private static final BitSet PLAIN = new BitSet(128);

    static {
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~?&=,"
                .chars()
                .forEach(PLAIN::set);
    }

    private RequestLine() {}

    /** What is wrong with this request target, if anything. */
    static Optional<ProblemException> refusal(String uri) {
        if (uri.length() > LONGEST) {
            return Optional.of(new ProblemException(
                    ProblemType.URI_TOO_LONG,
                    String.format(Locale.ROOT, "An address may have up to %,d bytes.", LONGEST)));
        }
        if (isPlain(uri)) {
            return Optional.empty();
        }
        int question = uri.indexOf('?');
        var path = question < 0 ? uri : uri.substring(0, question);
        if (!isText(path)) {
            return Optional.of(new ProblemException(
                    ProblemType.INVALID_PATH,
                    "The path must be UTF-8, percent-encoded where it has to be, and without NUL."));
        }
        if (hasOddSegment(path)) {
            return Optional.of(new ProblemException(
                    ProblemType.INVALID_PATH, "A path has no \".\" and \"..\" and no empty segments."));
        }
        var wrong = question < 0 ? Optional.<ProblemException>empty() : query(uri.substring(question + 1));
        return wrong.isPresent() || isUri(uri)
                ? wrong
                : Optional.of(new ProblemException(
                        ProblemType.MALFORMED_REQUEST,
                        "The address has characters that must be percent-encoded in it."));
    }

    /** Whether nothing can be wrong with it, as with nearly all: letters, digits and little else, nothing encoded. */
    private static boolean isPlain(String uri) {
        for (int i = 0; i < uri.length(); i++) {
            char octet = uri.charAt(i);
            if (octet == '/') {
                char next = i + 1 < uri.length() ? uri.charAt(i + 1) : 0;
                if (next == '/' || next == '.') {
                    return false;
                }
            } else if (octet >= 0x7F || !PLAIN.get(octet)) {
                return false;
            }
        }
        return uri.startsWith("/");
    }

    /** Whether what comes after can take it for what it has to be; java.net.URI alone would let letters pass. */
    private static boolean isUri(String uri) {
        try {
            return uri.chars().allMatch(octet -> octet < 0x7F) && !new URI(uri).isOpaque();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    // What comes after takes such segments out (RFC 3986 §5.2.4), and would store or find something else than was
    // named.
    private static boolean hasOddSegment(String path) {
        var decoded = path.replaceAll("(?i)%2e", ".").replaceAll("(?i)%2f", "/");
        return decoded.contains("//") || (decoded + "/").contains("/./") || (decoded + "/").contains("/../");
    }

    private static Optional<ProblemException> query(String query) {
        var violations = List.of(query.split("&", -1)).stream()
                // What is searched for may be anything that somebody can type.
                .filter(parameter -> !isText(parameter.startsWith("q=") ? parameter.replace("%00", "") : parameter))
                .map(RequestLine::violation)
                .toList();
        return violations.isEmpty()
                ? Optional.empty()
                : Optional.of(new ProblemException(
                        ProblemType.INVALID_PARAMETER, violations.get(0).detail(), violations));
    }

    private static Violation violation(String parameter) {
        int equals = parameter.indexOf('=');
        var name = equals < 0 ? parameter : parameter.substring(0, equals);
        return Violation.ofParameter(
                name, "\"" + name + "\" must be UTF-8, percent-encoded where it has to be, and without NUL.");
    }

    /** Whether this decodes to UTF-8 without NUL. */
    private static boolean isText(String encoded) {
        var octets = new ByteArrayOutputStream(encoded.length());
        var raw = encoded.getBytes(ISO_8859_1);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] != '%') {
                octets.write(raw[i]);
                continue;
            }
            int high = i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
            int low = i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
            if (high < 0 || low < 0 || high + low == 0) {
                return false;
            }
            octets.write(high * 16 + low);
            i += 2;
        }
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(octets.toByteArray()));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
