package dev.lede.ingest.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lede.access.Caller;
import dev.lede.access.Role;
import dev.lede.hash.Sha256;
import dev.lede.http.caching.Answer;
import dev.lede.http.caching.Dependencies;
import dev.lede.http.query.Cursor;
import dev.lede.http.query.PageLinks;
import dev.lede.http.query.Parameters;
import dev.lede.ingest.store.DocumentView;
import dev.lede.ingest.store.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Documents as answers: their bytes, and the list of what is there. */
@ApplicationScoped
class DocumentReads {

    private final Documents documents;
    private final Caller caller;
    private final ObjectMapper json;

    DocumentReads(Documents documents, Caller caller, ObjectMapper json) {
        this.documents = documents;
        this.caller = caller;
        this.json = json;
    }

    /** The very bytes that came in; to those who may not preview, only while the article is visible. */
    Answer bytes(String path) {
        var stored = documents
                .find(Normalizer.normalize(path, Normalizer.Form.NFC))
                .filter(found -> found.visible() || caller.holds(Role.PREVIEW))
                .orElseThrow(() -> DocumentWrites.notFound(path));
        return stored.snapshot()
                .answer(Answer.of(mediaType(path), stored.bytes()).tagged(Sha256.hex(stored.hash())))
                .dependingOn(Dependencies.on("article:" + stored.id()));
    }

    // As text whatever they hold: a browser never runs what an author wrote.
    private static String mediaType(String path) {
        var name = path.toLowerCase(Locale.ROOT);
        return name.endsWith(".html") || name.endsWith(".htm")
                ? "text/plain;charset=UTF-8"
                : "text/markdown;charset=UTF-8";
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record PageView(int limit, @Nullable String next) {}

    private record ListView(List<DocumentView> items, PageView page) {}

    Answer list(Parameters parameters, UriInfo uri) {
        var limit = parameters.integer("limit", 1, 1_000, 100);
        var prefix = parameters.text("prefix").orElse("");
        parameters.refuseIfAny();
        var fingerprint = Cursor.fingerprint("documents\n" + prefix);
        var after = parameters
                .text("cursor")
                .map(text -> Cursor.parse(text, fingerprint).values().get(0))
                .orElse(null);
        var listed = documents.list(prefix, after, limit);
        var more = listed.items().size() > limit;
        var shown = more ? listed.items().subList(0, limit) : listed.items();
        var next = more
                ? new Cursor(fingerprint, false, List.of(shown.get(limit - 1).path())).encode()
                : null;
        var links = PageLinks.of(uri.getRequestUri().getRawPath(), uri.getQueryParameters());
        var answer = Answer.json(written(new ListView(shown, new PageView(limit, next))))
                .atRevision(listed.revision())
                .link(links.first());
        return next == null ? answer : answer.link(links.to("next", "cursor", next));
    }

    private byte[] written(ListView view) {
        try {
            return json.writeValueAsBytes(view);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("A view that is no JSON", fault);
        }
    }
}
