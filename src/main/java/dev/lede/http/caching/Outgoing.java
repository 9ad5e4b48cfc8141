package dev.lede.http.caching;

import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An {@link Answer} as it leaves for one request: validators, conditions, compression, cache directives.
 *
 * @param fields that stand once; those that the answer brings itself come beside them
 * @param body nothing when the client has it already
 */
record Outgoing(int status, Map<String, String> fields, byte @Nullable [] body) {

    private static final Set<String> READS = Set.of("GET", "HEAD");

    /**
     * What of a request decides how it is answered.
     *
     * @param status that the answer has unless a condition says otherwise
     * @param header the value of a field, null when it was not sent
     * @param keyed whether a key was looked at
     */
    record Asked(String method, int status, Fields header, boolean keyed) {

        boolean isRead() {
            return READS.contains(method);
        }
    }

    /** The header fields of a request. */
    @FunctionalInterface
    interface Fields {
        @Nullable
        String value(String name);
    }

    /** @throws ProblemException when a condition fails or no coding is acceptable */
    static Outgoing of(Answer answer, Asked asked, CacheConfig config, Instant now) {
        // Who asks for a part means one of the bytes as they are.
        boolean parts = answer.isInRanges() && asked.status() == 200 && asked.isRead();
        boolean gzip = isGzipped(answer.content(), asked, parts);
        var fields = described(answer, asked, config, now);
        if (asked.isRead()) {
            fields.put("ETag", "\"" + answer.tag() + (gzip ? EntityTags.GZIPPED : "") + "\"");
            if (asked.status() == 200 && isUnchanged(answer, asked.header())) {
                return new Outgoing(304, fields, null);
            }
        }
        var bytes = gzip ? answer.content().gzipped() : answer.content().body();
        if (gzip) {
            fields.put("Content-Encoding", "gzip");
        }
        if (parts) {
            fields.put("Accept-Ranges", "bytes");
            var part = part(answer, asked, gzip);
            if (part.isPresent()) {
                fields.put("Content-Range", part.get().contentRange());
                return new Outgoing(206, fields, part.get().of(bytes));
            }
        }
        if (asked.method().equals("HEAD")) {
            // Without a body to count, the length must be said.
            fields.put("Content-Length", Integer.toString(bytes.length));
        }
        return new Outgoing(asked.status(), fields, bytes);
    }

    private static Map<String, String> described(Answer answer, Asked asked, CacheConfig config, Instant now) {
        var fields = new LinkedHashMap<String, String>();
        var vary = new TreeSet<>(answer.vary());
        vary.add("Accept-Encoding");
        fields.put("Vary", String.join(", ", vary));
        answer.revision().ifPresent(revision -> fields.put("Lede-Revision", Long.toString(revision)));
        if (!asked.isRead() || asked.keyed()) {
            fields.put("Cache-Control", CacheDirectives.PRIVATE);
        } else if (answer.isImmutable()) {
            fields.put("Cache-Control", CacheDirectives.IMMUTABLE);
            fields.put("CDN-Cache-Control", CacheDirectives.IMMUTABLE);
        } else {
            var directives = CacheDirectives.of(config, now, answer.until());
            fields.put("Cache-Control", directives.cacheControl());
            fields.put("CDN-Cache-Control", directives.cdnCacheControl());
        }
        if (asked.isRead() && !asked.keyed() && answer.revision().isPresent()) {
            fields.put("Cache-Tag", answer.dependencies().field());
        }
        return fields;
    }

    private static Optional<ByteRange> part(Answer answer, Asked asked, boolean gzip) {
        var range = asked.header().value("Range");
        // RFC 9110 §14.2: only GET has ranges.
        if (range == null || gzip || !asked.method().equals("GET")) {
            return Optional.empty();
        }
        var ifRange = asked.header().value("If-Range");
        // RFC 9110 §13.1.5: of something else than what the client has, it needs the whole. Nothing here has a date.
        if (ifRange != null && !ifRange.strip().equals("\"" + answer.tag() + "\"")) {
            return Optional.empty();
        }
        return ByteRange.parse(range, answer.content().length());
    }

    private static boolean isGzipped(Content content, Asked asked, boolean parts) {
        var accepted = AcceptEncoding.parse(asked.header().value("Accept-Encoding"));
        // What was written is written: its answer is not refused for want of a coding.
        if (asked.isRead() && accepted.refusesIdentity() && !accepted.prefersGzip()) {
            throw new ProblemException(
                    ProblemType.NOT_ACCEPTABLE,
                    "Answers are coded as gzip or not at all; Accept-Encoding refuses both.");
        }
        var asIs = parts && asked.header().value("Range") != null && !accepted.refusesIdentity();
        return !asIs && accepted.prefersGzip() && (content.isWorthCompressing() || accepted.refusesIdentity());
    }

    private static boolean isUnchanged(Answer answer, Fields header) {
        var ifMatch = header.value("If-Match");
        if (ifMatch != null) {
            Preconditions.parse(ifMatch, null).check(answer.tag());
        }
        var ifNoneMatch = header.value("If-None-Match");
        return ifNoneMatch != null
                && EntityTags.parse(ifNoneMatch)
                        .map(tags -> tags.matchesWeakly(answer.tag()))
                        .orElse(false);
    }
}
