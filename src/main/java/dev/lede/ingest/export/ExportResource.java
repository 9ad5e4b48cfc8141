package dev.lede.ingest.export;

import dev.lede.access.Requires;
import dev.lede.access.Role;
import dev.lede.database.Database;
import dev.lede.database.Revision;
import dev.lede.database.Snapshot;
import dev.lede.database.Sql;
import dev.lede.http.body.PatientReader;
import dev.lede.http.caching.Answer;
import dev.lede.http.caching.Preconditions;
import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code /v1/export}: all documents and assets. */
@Path("/v1/export")
public class ExportResource {

    private static final String GZIP = "application/gzip";

    /** Each keeps a connection to the database for as long as its reader takes. */
    private static final int MOST_AT_ONCE = 2;

    private final Database database;
    private final Semaphore free = new Semaphore(MOST_AT_ONCE);

    ExportResource(Database database) {
        this.database = database;
    }

    @GET
    @Produces(GZIP)
    @Requires(Role.PREVIEW)
    public RestResponse<?> export(@Context HttpHeaders headers, @Context RoutingContext context) {
        if (!free.tryAcquire()) {
            throw new ProblemException(ProblemType.BUSY, "As many exports as may run at once are running.")
                    .retryAfter(Duration.ofSeconds(30));
        }
        context.addEndHandler(end -> free.release());
        var snapshot = database.snapshot();
        var kept = false;
        try {
            var tag = Exporting.tag(snapshot.session());
            var revision = snapshot.session()
                    .one(Sql.of("select " + Revision.CURRENT + " as number"), row -> row.getLong("number"));
            Preconditions.parse(headers.getHeaderString(HttpHeaders.IF_MATCH), null)
                    .check(tag);
            if (Preconditions.isUnchanged(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
                return RestResponse.ok(Answer.of(GZIP, new byte[0]).tagged(tag).atRevision(revision));
            }
            kept = !context.request().method().name().equals("HEAD");
            var answer = RestResponse.ResponseBuilder.<StreamingOutput>ok()
                    .type(GZIP)
                    .header(HttpHeaders.ETAG, "\"" + tag + "\"")
                    .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"lede-export.tar.gz\"")
                    .header("Lede-Revision", revision);
            return kept ? answer.entity(stream(snapshot, context)).build() : answer.build();
        } finally {
            if (!kept) {
                snapshot.close();
            }
        }
    }

    private static StreamingOutput stream(Snapshot snapshot, RoutingContext context) {
        return out -> {
            try (snapshot;
                    var reader = new PatientReader(out, context)) {
                Exporting.write(snapshot.session(), reader);
            }
        };
    }
}
