package dev.lede.access.keys;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lede.access.Requires;
import dev.lede.access.Role;
import dev.lede.http.caching.Answer;
import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import dev.lede.http.query.Cursor;
import dev.lede.http.query.PageLinks;
import dev.lede.http.query.Parameters;
import dev.lede.http.query.Takes;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Keys are made, listed and revoked here. */
@Path("/v1/keys")
@Requires(Role.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public class KeysResource {

    private static final long CURSORS = Cursor.fingerprint("keys");

    private final Keys keys;
    private final LastUses lastUses;
    private final ObjectMapper json;

    KeysResource(Keys keys, LastUses lastUses, ObjectMapper json) {
        this.keys = keys;
        this.lastUses = lastUses;
        this.json = json;
    }

    @GET
    @Takes({"limit", "cursor"})
    public Answer list(UriInfo uri) throws JsonProcessingException {
        var parameters = Parameters.of(uri.getQueryParameters());
        int limit = parameters.integer("limit", 1, 100, 20);
        parameters.refuseIfAny();
        var after = parameters
                .text("cursor")
                .map(text -> Cursor.parse(text, CURSORS).values().get(0))
                .orElse(null);
        var found = keys.after(after, limit + 1);
        var shown = found.subList(0, Math.min(limit, found.size()));
        var items = shown.stream().map(key -> key.view(lastUses.of(key.id()))).toList();
        if (found.size() <= limit) {
            return Answer.json(json.writeValueAsBytes(new KeyList(items, new KeyList.Page(limit, null))));
        }
        var next = new Cursor(CURSORS, false, List.of(shown.get(limit - 1).id())).encode();
        return Answer.json(json.writeValueAsBytes(new KeyList(items, new KeyList.Page(limit, next))))
                .link(PageLinks.of(uri.getRequestUri().getRawPath(), uri.getQueryParameters())
                        .to("next", "cursor", next));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    public RestResponse<KeyView> create(@NotNull @Valid KeyRequest request) {
        var credential = Credential.random();
        var key = new Key(credential, request, request.parsedRole(), Instant.now());
        keys.persistAndFlush(key);
        return RestResponse.status(RestResponse.Status.CREATED, key.view(null).withKey(credential.token()));
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    public void revoke(@RestPath String id) {
        if (!keys.deleteById(id)) {
            throw new ProblemException(ProblemType.NOT_FOUND, "There is no key \"" + id + "\".");
        }
    }
}
