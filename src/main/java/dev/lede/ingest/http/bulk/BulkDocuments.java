package dev.lede.ingest.http.bulk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lede.article.media.AcceptedMedia;
import dev.lede.article.transaction.ContentWrites.Written;
import dev.lede.http.manners.RevisionSource;
import dev.lede.http.problem.Problem;
import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import dev.lede.http.problem.Refusals;
import dev.lede.http.problem.Violation;
import dev.lede.http.query.Parameters;
import dev.lede.ingest.bulk.BulkIngestion;
import dev.lede.ingest.bulk.BulkItem;
import dev.lede.ingest.bulk.BulkSummary;
import dev.lede.ingest.bulk.Client;
import dev.lede.ingest.spool.Spool;
import dev.lede.ingest.spool.Spooling;
import dev.lede.ingest.store.FolderFiles;
import io.quarkus.logging.Log;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Uploads of many files: stored in one transaction, and told of file by file. Thread-safe. */
@ApplicationScoped
public class BulkDocuments {

    private static final MediaType NDJSON = new MediaType("application", "x-ndjson");

    private final Spooling spooling;
    private final BulkIngestion ingestion;
    private final FolderFiles folder;
    private final RevisionSource revisions;
    private final ObjectMapper json;

    BulkDocuments(
            Spooling spooling,
            BulkIngestion ingestion,
            FolderFiles folder,
            RevisionSource revisions,
            ObjectMapper json) {
        this.spooling = spooling;
        this.ingestion = ingestion;
        this.folder = folder;
        this.revisions = revisions;
        this.json = json;
    }

    /** Whether a body of this type holds many files. */
    public boolean takes(@Nullable MediaType type) {
        return type != null && Spooling.takes(type);
    }

    /** Notes what is asked of one document that only many can be asked. */
    public static void refuseForOne(Parameters parameters) {
        BulkParameters.OF_BULK_ALONE.stream()
                .filter(parameters::has)
                .forEach(name -> parameters.refuse(Violation.ofParameter(
                        name, "\"" + name + "\" is for uploads of many files, such as an archive.")));
    }

    /**
     * Takes a whole upload and answers item by item, as JSON or, where that is accepted more gladly, as a line for each
     * while the work goes on.
     *
     * @throws ProblemException when the upload is no archive, too large, or not to be stored in the way asked for
     */
    public RestResponse<StreamingOutput> post(
            InputStream body, Parameters parameters, HttpHeaders headers, RoutingContext context) throws IOException {
        var asked = BulkParameters.of(parameters, headers);
        var type = AcceptedMedia.best(
                        headers.getAcceptableMediaTypes(), List.of(MediaType.APPLICATION_JSON_TYPE, NDJSON))
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_ACCEPTABLE,
                        "An upload is answered as application/json or application/x-ndjson."));
        var spool = spooling.spool(body, headers.getMediaType());
        closeAtEnd(context, spool);
        return type.equals(NDJSON) ? lines(spool, asked, context) : whole(spool, asked, context);
    }

    private Written<BulkSummary> store(Spool spool, BulkParameters asked, Consumer<BulkItem> sink) {
        var prune = asked.prune();
        var client =
                prune == null ? new Client(folder, null, 0) : new Client(folder, prune.scope(), prune.maxDeletes());
        return ingestion.store(spool, asked.mode(), client, sink);
    }

    private static void closeAtEnd(RoutingContext context, Closeable file) {
        context.addEndHandler(end -> {
            try {
                file.close();
            } catch (IOException fault) {
                Log.warn("A file of an upload cannot be deleted", fault);
            }
        });
    }

    private RestResponse<StreamingOutput> lines(Spool spool, BulkParameters asked, RoutingContext context) {
        StreamingOutput output = out -> {
            var lines = new Lines(out, json);
            try {
                var written = store(spool, asked, lines::item);
                revisions.saw(written.revision());
                lines.end(written, asked.mode().atomic());
            } catch (RuntimeException failure) {
                var refusal = Refusals.in(failure);
                if (refusal.isEmpty() || !lines.hasBegun()) {
                    throw failure;
                }
                lines.end(Problem.of(refusal.get(), context));
            }
        };
        return RestResponse.ResponseBuilder.ok(output, NDJSON)
                .header(HttpHeaders.VARY, "Accept")
                .build();
    }

    private RestResponse<StreamingOutput> whole(Spool spool, BulkParameters asked, RoutingContext context)
            throws IOException {
        var items = ItemFile.on(spooling.disk().file(".json"), json);
        closeAtEnd(context, items);
        var written = store(spool, asked, items::item);
        items.complete();
        var status = written.result().status(asked.mode().atomic());
        var failed = status == BulkSummary.UNPROCESSABLE;
        var head = head(
                failed ? json.valueToTree(nothingStored(written.result(), context)) : json.createObjectNode(), written);
        StreamingOutput output = out -> {
            out.write((head + ",\"items\":[").getBytes(StandardCharsets.UTF_8));
            items.copyTo(out);
            out.write("]}".getBytes(StandardCharsets.UTF_8));
        };
        return RestResponse.ResponseBuilder.<StreamingOutput>create(status)
                .entity(output)
                .type(failed ? Problem.MEDIA_TYPE : MediaType.APPLICATION_JSON)
                .header(HttpHeaders.VARY, "Accept")
                .header("Lede-Revision", written.revision())
                .build();
    }

    private static Problem nothingStored(BulkSummary summary, RoutingContext context) {
        return Problem.of(
                new ProblemException(
                        ProblemType.NOTHING_STORED,
                        "Nothing was stored, as " + summary.failed()
                                + " of the files failed; \"items\" says which and why."),
                context);
    }

    /** The JSON object with all but its items, and without its end. */
    private String head(ObjectNode members, Written<BulkSummary> written) {
        members.put("revision", written.revision());
        members.setAll(json.<ObjectNode>valueToTree(written.result()));
        var whole = members.toString();
        return whole.substring(0, whole.length() - 1);
    }
}
