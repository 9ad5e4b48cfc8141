package dev.lede.ingest.http;

import static dev.lede.http.problem.ProblemType.DOCUMENT_TOO_LARGE;

import dev.lede.article.transaction.ContentWrites.Written;
import dev.lede.document.Finding;
import dev.lede.http.body.Uploads;
import dev.lede.http.caching.Answer;
import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import dev.lede.http.query.Parameters;
import dev.lede.ingest.Ingestion;
import dev.lede.ingest.Mode;
import dev.lede.ingest.Outcome;
import dev.lede.ingest.Outcome.Accepted;
import dev.lede.ingest.Outcome.Action;
import dev.lede.ingest.Outcome.Rejected;
import dev.lede.ingest.derive.IngestConfig;
import dev.lede.ingest.store.Incoming;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/** Single documents as they are written: what is asked, and what is answered. */
@ApplicationScoped
class DocumentWrites {

    private static final int MOST_TURNS = 1_000;

    private final Ingestion ingestion;
    private final PostedPaths postedPaths;
    private final JsonDocuments jsonDocuments;
    private final ResultJson json;
    private final int limit;

    DocumentWrites(
            Ingestion ingestion,
            PostedPaths postedPaths,
            JsonDocuments jsonDocuments,
            ResultJson json,
            IngestConfig config) {
        this.ingestion = ingestion;
        this.postedPaths = postedPaths;
        this.jsonDocuments = jsonDocuments;
        this.json = json;
        this.limit = Math.toIntExact(config.limits().document().asLongValue());
    }

    RestResponse<Answer> put(String path, Parameters parameters, HttpHeaders headers, InputStream body)
            throws IOException {
        var mode = Modes.of(parameters, headers);
        var at = Paths.ofDocument(path);
        return stored(ingestion.put(new Incoming(at, bytes(headers, body)), mode), List.of());
    }

    RestResponse<Answer> post(Parameters parameters, HttpHeaders headers, InputStream body) throws IOException {
        var mode = Modes.of(parameters, headers);
        var named = parameters.text("path").map(Paths::ofDocument);
        var written = written(headers, body);
        if (mode.strict() && !written.repeated().isEmpty()) {
            throw refusal(written.repeated());
        }
        var path = named.or(() -> written.path().map(Paths::ofDocument));
        return stored(
                path.isPresent()
                        ? ingestion.put(new Incoming(path.get(), written.bytes()), mode)
                        : putWherePossible(written.bytes(), mode),
                written.repeated());
    }

    /** Others may be posted at the same moment, and want the same path: who finds it taken looks for the next. */
    private Written<Outcome> putWherePossible(byte[] bytes, Mode mode) {
        for (int turn = 0; ; turn++) {
            var posted = postedPaths.of(bytes);
            var incoming = new Incoming(posted.path(), bytes);
            try {
                return ingestion.put(
                        incoming, posted.free() && mode.preconditions().isEmpty() ? mode.onlyNew() : mode);
            } catch (ProblemException taken) {
                if (taken.type() != ProblemType.PRECONDITION_FAILED || !posted.free() || turn == MOST_TURNS) {
                    throw taken;
                }
            }
        }
    }

    private JsonDocuments.Written written(HttpHeaders headers, InputStream body) throws IOException {
        BodyHeaders.refuseCoded(headers);
        return MediaType.APPLICATION_JSON_TYPE.isCompatible(headers.getMediaType())
                ? jsonDocuments.read(Uploads.read(body, BodyHeaders.announced(headers), limit, DOCUMENT_TOO_LARGE))
                : new JsonDocuments.Written(Optional.empty(), bytes(headers, body), List.of());
    }

    RestResponse<Answer> delete(String path, Parameters parameters, HttpHeaders headers) {
        var mode = Modes.of(parameters, headers);
        var at = Paths.findDocument(path).orElseThrow(() -> notFound(path));
        var written = ingestion.delete(at, mode);
        var deleted = written.result().orElseThrow(() -> notFound(path));
        return mode.dryRun()
                ? RestResponse.ok(Answer.json(json.ofDeleted(deleted)).atRevision(written.revision()))
                : RestResponse.ResponseBuilder.<Answer>noContent()
                        .header("Lede-Revision", written.revision())
                        .build();
    }

    /** @param noted warnings of how the document came, beside those of what it says */
    private RestResponse<Answer> stored(Written<Outcome> written, List<Finding> noted) {
        if (written.result() instanceof Rejected rejected) {
            throw refusal(rejected.faults());
        }
        var accepted = (Accepted) written.result();
        var answer = Answer.json(json.of(accepted, noted))
                .atRevision(written.revision())
                .header("ETag", "\"" + accepted.hash() + "\"")
                .header("Location", json.location(accepted));
        var status = accepted.action() == Action.CREATED ? RestResponse.Status.CREATED : RestResponse.Status.OK;
        return RestResponse.ResponseBuilder.create(status, answer).build();
    }

    private byte[] bytes(HttpHeaders headers, InputStream body) throws IOException {
        BodyHeaders.refuseCoded(headers);
        var type = headers.getMediaType();
        if (type != null && !isTaken(type)) {
            throw new ProblemException(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "A document comes as text/markdown, any other text, or application/octet-stream, not as "
                            + type.getType() + "/" + type.getSubtype() + ". Say: Content-Type: text/markdown");
        }
        return Uploads.read(body, BodyHeaders.announced(headers), limit, DOCUMENT_TOO_LARGE);
    }

    private static boolean isTaken(MediaType type) {
        return type.getType().equals("text") || type.isCompatible(MediaType.APPLICATION_OCTET_STREAM_TYPE);
    }

    static ProblemException notFound(String path) {
        return new ProblemException(ProblemType.NOT_FOUND, "No document stands at \"" + path + "\".");
    }

    private static ProblemException refusal(List<Finding> findings) {
        var violations = findings.stream().map(Violations::of).toList();
        var detail = violations.size() == 1
                ? violations.get(0).detail()
                : violations.size() + " things are wrong with the document; the first: "
                        + violations.get(0).detail();
        return new ProblemException(ProblemType.INVALID_DOCUMENT, detail, violations);
    }
}
