package dev.lede.ingest.http;

import dev.lede.access.Caller;
import dev.lede.access.Requires;
import dev.lede.access.Role;
import dev.lede.document.DocumentPath;
import dev.lede.hash.Sha256;
import dev.lede.http.body.Uploads;
import dev.lede.http.caching.Answer;
import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import dev.lede.http.query.LinkConfig;
import dev.lede.http.query.Parameters;
import dev.lede.http.query.Takes;
import dev.lede.ingest.AssetWrites;
import dev.lede.ingest.Outcome.Action;
import dev.lede.ingest.derive.IngestConfig;
import dev.lede.ingest.store.AssetTypes;
import dev.lede.ingest.store.Assets;
import dev.lede.ingest.store.Assets.Asset;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code /v1/assets}: pictures and files of bundles and of {@code static/}. */
@Path("/v1/assets/{path: .+}")
public class AssetsResource {

    private final Assets assets;
    private final AssetWrites writes;
    private final Caller caller;
    private final LinkConfig links;
    private final int limit;

    AssetsResource(Assets assets, AssetWrites writes, Caller caller, LinkConfig links, IngestConfig config) {
        this.assets = assets;
        this.writes = writes;
        this.caller = caller;
        this.links = links;
        this.limit = Math.toIntExact(config.limits().asset().asLongValue());
    }

    @GET
    @Produces(MediaType.WILDCARD)
    public Answer bytes(@RestPath String path) {
        var stored = assets.find(Paths.of(path).value())
                .filter(found -> !found.hidden() || caller.holds(Role.PREVIEW))
                .orElseThrow(() -> notFound(path));
        var answer = stored.snapshot()
                .answer(Answer.of(stored.type(), stored.bytes())
                        .tagged(stored.hash())
                        .inRanges())
                .dependingOn(Assets.dependencies(stored.path()));
        return AssetTypes.isHarmless(stored.type())
                ? answer
                : answer.header("Content-Security-Policy", "sandbox; default-src 'none'")
                        .header("Content-Disposition", "attachment");
    }

    @PUT
    @Consumes(MediaType.WILDCARD)
    @Requires(Role.WRITE)
    @Takes("dryRun")
    public RestResponse<Answer> put(
            @RestPath String path, InputStream body, @Context UriInfo uri, @Context HttpHeaders headers)
            throws IOException {
        BodyHeaders.refuseCoded(headers);
        var at = Paths.ofAsset(path);
        var mode = Modes.of(Parameters.of(uri.getQueryParameters()), headers);
        var bytes = Uploads.read(body, BodyHeaders.announced(headers), limit, ProblemType.ASSET_TOO_LARGE);
        var asset = new Asset(at.value(), bytes, AssetTypes.of(at), url(at));
        var written = writes.put(asset, mode);
        var answer = Answer.json(("{\"action\":\"" + written.result().text() + "\",\"url\":\"" + asset.url() + "\"}")
                        .getBytes(StandardCharsets.UTF_8))
                .atRevision(written.revision())
                .header("ETag", "\"" + Sha256.hex(Sha256.of(bytes)) + "\"")
                .header("Location", asset.url());
        var status = written.result() == Action.CREATED ? RestResponse.Status.CREATED : RestResponse.Status.OK;
        return RestResponse.ResponseBuilder.create(status, answer).build();
    }

    @DELETE
    @Requires(Role.WRITE)
    @Takes("dryRun")
    public RestResponse<Answer> delete(@RestPath String path, @Context UriInfo uri, @Context HttpHeaders headers) {
        var mode = Modes.of(Parameters.of(uri.getQueryParameters()), headers);
        var at = Paths.of(path);
        var written = writes.delete(at.value(), mode);
        if (!written.result()) {
            throw notFound(path);
        }
        if (mode.dryRun()) {
            return RestResponse.ok(Answer.json(
                            ("{\"action\":\"deleted\",\"url\":\"" + url(at) + "\"}").getBytes(StandardCharsets.UTF_8))
                    .atRevision(written.revision()));
        }
        return RestResponse.ResponseBuilder.<Answer>noContent()
                .header("Lede-Revision", written.revision())
                .build();
    }

    private String url(DocumentPath path) {
        return links.prefix() + "/v1/assets/" + path.encoded();
    }

    private static ProblemException notFound(String path) {
        return new ProblemException(ProblemType.NOT_FOUND, "No asset stands at \"" + path + "\".");
    }
}
