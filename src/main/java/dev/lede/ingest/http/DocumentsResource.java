package dev.lede.ingest.http;

import dev.lede.access.Requires;
import dev.lede.access.Role;
import dev.lede.http.caching.Answer;
import dev.lede.http.query.Parameters;
import dev.lede.http.query.Takes;
import dev.lede.ingest.http.bulk.BulkDocuments;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code /v1/documents}: the way in, and out again. */
@Path("/v1/documents")
public class DocumentsResource {

    private final DocumentReads reads;
    private final DocumentWrites writes;
    private final BulkDocuments bulk;

    DocumentsResource(DocumentReads reads, DocumentWrites writes, BulkDocuments bulk) {
        this.reads = reads;
        this.writes = writes;
        this.bulk = bulk;
    }

    @GET
    @Requires(Role.PREVIEW)
    @Takes({"prefix", "cursor", "limit"})
    public Answer list(@Context UriInfo uri) {
        return reads.list(Parameters.of(uri.getQueryParameters()), uri);
    }

    @GET
    @Path("/{path: .+}")
    @Produces({"text/markdown", MediaType.TEXT_PLAIN})
    public Answer bytes(@RestPath String path) {
        return reads.bytes(path);
    }

    @PUT
    @Path("/{path: .+}")
    @Consumes(MediaType.WILDCARD)
    @Requires(Role.WRITE)
    @Takes({"dryRun", "strict", "movedFrom"})
    public RestResponse<Answer> put(
            @RestPath String path, InputStream body, @Context UriInfo uri, @Context HttpHeaders headers)
            throws IOException {
        return writes.put(path, Parameters.of(uri.getQueryParameters()), headers, body);
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Requires(Role.WRITE)
    @Takes({"path", "dryRun", "strict", "atomic", "ifRevision", "prune", "scope", "maxDeletes"})
    public RestResponse<?> post(
            InputStream body, @Context UriInfo uri, @Context HttpHeaders headers, @Context RoutingContext context)
            throws IOException {
        BodyHeaders.refuseCoded(headers);
        var parameters = Parameters.of(uri.getQueryParameters());
        if (bulk.takes(headers.getMediaType())) {
            return bulk.post(body, parameters, headers, context);
        }
        BulkDocuments.refuseForOne(parameters);
        return writes.post(parameters, headers, body);
    }

    @DELETE
    @Path("/{path: .+}")
    @Requires(Role.WRITE)
    @Takes("dryRun")
    public RestResponse<Answer> delete(@RestPath String path, @Context UriInfo uri, @Context HttpHeaders headers) {
        return writes.delete(path, Parameters.of(uri.getQueryParameters()), headers);
    }
}
