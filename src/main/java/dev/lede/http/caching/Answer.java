package dev.lede.http.caching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A successful answer before it is HTTP: bytes of a media type, and what is known about them. Its validators,
 * encodings, cache directives and conditions are applied when it leaves; the bytes are written as they are. Immutable,
 * so that it may be kept and given to many requests; the methods that add something return another one with the same
 * bytes.
 */
public final class Answer {

    private final Content content;
    private final Terms terms;

    private Answer(Content content, Terms terms) {
        this.content = content;
        this.terms = terms;
    }

    /** @param body UTF-8 JSON, which is not copied and must not change any more */
    public static Answer json(byte[] body) {
        return of("application/json", body);
    }

    /** @param body which is not copied and must not change any more */
    public static Answer of(String mediaType, byte[] body) {
        return new Answer(Content.of(mediaType, body), Terms.NONE);
    }

    /** With an entity tag of its own, without quotes, instead of the hash of its bytes. */
    public Answer tagged(String tag) {
        return new Answer(content.tagged(tag), terms);
    }

    /** The content revision for which it is known to be right. */
    public Answer atRevision(long revision) {
        return with(terms.at(revision, terms.until));
    }

    /** This answer as it stands at a later revision, at which it is still right, with the clock's next moment then. */
    public Answer still(long revision, @Nullable Instant until) {
        return with(terms.at(revision, until));
    }

    /** What it depends on; an answer that does not say so depends on everything. */
    public Answer dependingOn(Dependencies dependencies) {
        return with(new Terms(terms.revision, terms.vary, terms.until, dependencies, terms.headers, terms.traits));
    }

    /** It may change without a revision, so it is made anew whenever it is asked for. */
    public Answer madeAnew() {
        return with(terms.with(Trait.MADE_ANEW));
    }

    /** One more request header field that it was chosen by; {@code Accept-Encoding} goes without saying. */
    public Answer varyingBy(String header) {
        var vary = new LinkedHashSet<>(terms.vary);
        vary.add(header);
        return with(new Terms(terms.revision, vary, terms.until, terms.dependencies, terms.headers, terms.traits));
    }

    /** The next moment at which the clock may make it wrong: no cache keeps it past that. */
    public Answer until(Instant moment) {
        return with(terms.at(terms.revision, moment));
    }

    /** One more value of {@code Link}, such as {@code </v1/tags?page=2>; rel="next"}. */
    public Answer link(String value) {
        return header("Link", value);
    }

    /** One more header field; of the same name there may be several. */
    public Answer header(String name, String value) {
        var headers = new ArrayList<>(terms.headers);
        headers.add(Map.entry(name, value));
        return with(new Terms(terms.revision, terms.vary, terms.until, terms.dependencies, headers, terms.traits));
    }

    /** What stands at this address never changes: whoever has it need not ask again. */
    public Answer immutable() {
        return with(terms.with(Trait.IMMUTABLE));
    }

    /** A part of it may be asked for, RFC 9110 §14. */
    public Answer inRanges() {
        return with(terms.with(Trait.IN_RANGES));
    }

    /** The media type, with its parameters. */
    public String mediaType() {
        return content.mediaType();
    }

    /** The entity tag without quotes, of the bytes as they are. */
    public String tag() {
        return content.tag();
    }

    Content content() {
        return content;
    }

    /** The content revision for which it is known to be right, if it says so. */
    public OptionalLong revision() {
        return terms.revision == null ? OptionalLong.empty() : OptionalLong.of(terms.revision);
    }

    /** The request header fields that it was chosen by, but for {@code Accept-Encoding}. */
    public Set<String> vary() {
        return terms.vary;
    }

    Optional<Instant> until() {
        return Optional.ofNullable(terms.until);
    }

    List<Map.Entry<String, String>> headers() {
        return terms.headers;
    }

    /** The same with every coding made in which it may be asked for. */
    public Answer made() {
        if (content.isWorthCompressing()) {
            content.gzipped();
        }
        return this;
    }

    /** The same without bytes beside those that are ready to leave. */
    public Answer resting(Ready ready) {
        return new Answer(content.resting(ready), terms);
    }

    /** In bytes, in all its codings that have been made. */
    public long size() {
        return content.size();
    }

    /** What it depends on. */
    public Dependencies dependencies() {
        return terms.dependencies;
    }

    /** Whether a later request may be given it again, for as long as nothing that it depends on is touched. */
    public boolean isKeepable() {
        return terms.revision != null && !terms.traits.contains(Trait.MADE_ANEW);
    }

    boolean isImmutable() {
        return terms.traits.contains(Trait.IMMUTABLE);
    }

    boolean isInRanges() {
        return terms.traits.contains(Trait.IN_RANGES);
    }

    private Answer with(Terms changed) {
        return new Answer(content, changed);
    }

    private enum Trait {
        IMMUTABLE,
        IN_RANGES,
        MADE_ANEW
    }

    private record Terms(
            @Nullable Long revision,
            Set<String> vary,
            @Nullable Instant until,
            Dependencies dependencies,
            List<Map.Entry<String, String>> headers,
            Set<Trait> traits) {

        private static final Terms NONE = new Terms(null, Set.of(), null, Dependencies.EVERYTHING, List.of(), Set.of());

        private Terms at(@Nullable Long otherRevision, @Nullable Instant otherMoment) {
            return new Terms(otherRevision, vary, otherMoment, dependencies, headers, traits);
        }

        private Terms with(Trait trait) {
            var all = new LinkedHashSet<>(traits);
            all.add(trait);
            return new Terms(revision, vary, until, dependencies, headers, all);
        }
    }
}
