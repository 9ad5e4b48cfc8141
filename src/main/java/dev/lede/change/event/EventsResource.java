package dev.lede.change.event;

import dev.lede.access.Caller;
import dev.lede.change.following.Followed;
import dev.lede.change.following.Following;
import dev.lede.change.following.Place;
import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import dev.lede.http.query.Parameters;
import dev.lede.http.query.Takes;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** {@code /v1/events}: what changes, as it happens. */
@Path("/v1/events")
public class EventsResource {

    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final Following following;
    private final Listeners listeners;
    private final Caller caller;

    EventsResource(Following following, Listeners listeners, Caller caller) {
        this.following = following;
        this.listeners = listeners;
        this.caller = caller;
    }

    /**
     * Never ends by itself: the listener writes to the connection for as long as it is there, and no thread is held
     * meanwhile. With a key that is revoked or expires meanwhile it ends within a heartbeat.
     */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Takes(
            value = {"fields", "include", "lang", "section"},
            repeatable = "tag")
    @Blocking
    public CompletionStage<Void> events(
            @Context UriInfo uri, @Context HttpHeaders headers, @Context RoutingContext context) {
        var parameters = Parameters.of(uri.getQueryParameters());
        var followed = Followed.of(parameters);
        parameters.refuseIfAny();
        listeners.add(
                new Listener(context, caller.passToRead(), followed, place(headers.getHeaderString(LAST_EVENT_ID))));
        return new CompletableFuture<>();
    }

    // An empty one is sent by some who have none yet.
    private Place place(@Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return following.now();
        }
        var place = Place.parse(lastEventId.strip())
                .orElseThrow(() -> new ProblemException(
                        ProblemType.INVALID_CURSOR,
                        "This " + LAST_EVENT_ID + " is none of ours. Send the id of the last event as it came."));
        following.check(place);
        return place;
    }
}
