package dev.lede.access.keys;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Keys are made, listed and revoked here. */
@Path("/v1/keys")
@Requires(Role.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public class KeysResource {

    private final Keys keys;
    private final LastUses lastUses;
    private final ObjectMapper json;
    private final Clock clock;

    /** What a new key is to be, as the client says it; {@link NewKey#of} checks it. */
    record KeyRequest(
            @Nullable String name,
            @Nullable String role,
            @Nullable String expiresAt) {}

    /** One page of keys, as clients read it. */
    private record KeyList(List<KeyView> items, Page page) {

        /**
         * Where this page stands.
         *
         * @param total only without a cursor, as of every list
         * @param next the cursor of the page after, if there is one
         * @param prev the cursor of the page before, if there is one
         */
        @JsonInclude(JsonInclude.Include.NON_NULL)
        record Page(
                int limit,
                @Nullable Long total,
                @Nullable String next,
                @Nullable String prev) {}
    }

    KeysResource(Keys keys, LastUses lastUses, ObjectMapper json, Clock clock) {
        this.keys = keys;
        this.lastUses = lastUses;
        this.json = json;
        this.clock = clock;
    }

    @GET
    @Takes({"limit", "cursor"})
    public Answer list(UriInfo uri) throws JsonProcessingException {
        var parameters = Parameters.of(uri.getQueryParameters());
        int limit = parameters.integer("limit", 1, 100, 20);
        parameters.refuseIfAny();
        var cursor = parameters.text("cursor").map(KeyPlace::parse);
        boolean backward = cursor.map(Cursor::backward).orElse(false);
        var found = keys.walk(cursor.map(KeyPlace::of).orElse(null), backward, limit + 1);
        var page = KeyPage.of(found, limit, backward, cursor.isPresent());
        var next = page.hasNext() ? KeyPlace.cursor(page.last(), false).encode() : null;
        var prev = page.hasPrev() ? KeyPlace.cursor(page.first(), true).encode() : null;
        var total = cursor.isPresent() ? null : keys.count();
        var list = new KeyList(views(page.shown()), new KeyList.Page(limit, total, next, prev));
        var links = PageLinks.of(uri.getRequestUri().getRawPath(), uri.getQueryParameters());
        var answer = Answer.json(json.writeValueAsBytes(list)).link(links.first());
        answer = prev == null ? answer : answer.link(links.to("prev", "cursor", prev));
        return next == null ? answer : answer.link(links.to("next", "cursor", next));
    }

    private List<KeyView> views(List<Key> shown) {
        return shown.stream().map(key -> key.view(lastUses.of(key.id()))).toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    public RestResponse<KeyView> create(@NotNull KeyRequest request) {
        var now = clock.instant();
        var credential = Credential.random();
        var key = new Key(credential, NewKey.of(request, now), now);
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
