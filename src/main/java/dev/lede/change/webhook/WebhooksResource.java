package dev.lede.change.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lede.access.Requires;
import dev.lede.access.Role;
import dev.lede.change.following.Following;
import dev.lede.change.following.Place;
import dev.lede.change.webhook.delivery.Posting;
import dev.lede.http.caching.Answer;
import dev.lede.http.problem.Violation;
import dev.lede.http.query.Cursor;
import dev.lede.http.query.Parameters;
import dev.lede.http.query.Takes;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /v1/webhooks}: who is told of changes by a call to a server of theirs. */
@Path("/v1/webhooks")
@Requires(Role.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public class WebhooksResource {

    private static final int MOST_DELIVERIES = 100;
    private static final int USUAL_DELIVERIES = 20;

    private final Webhooks webhooks;
    private final DeliveryLog log;
    private final Following following;
    private final Posting posting;
    private final ObjectMapper json;
    private final Clock clock;

    WebhooksResource(
            Webhooks webhooks, DeliveryLog log, Following following, Posting posting, ObjectMapper json, Clock clock) {
        this.webhooks = webhooks;
        this.log = log;
        this.following = following;
        this.posting = posting;
        this.json = json;
        this.clock = clock;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record PageView(
            int limit, @Nullable Integer total, @Nullable String next) {}

    private record ListView<T>(List<T> items, PageView page) {}

    /** How a try without consequence went. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TestView(
            boolean delivered,
            long latencyMillis,
            @Nullable Integer status,
            @Nullable String error) {}

    @GET
    public Answer list() throws JsonProcessingException {
        var all = webhooks.all();
        return answer(new ListView<>(all, new PageView(Webhooks.MOST, all.size(), null)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<WebhookView> create(@NotNull WebhookRequest request) {
        var made = webhooks.create(NewWebhook.of(request, null), following.now());
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, made)
                .header(HttpHeaders.LOCATION, "/v1/webhooks/" + made.id())
                .build();
    }

    @GET
    @Path("/{id}")
    public Answer one(@RestPath String id) throws JsonProcessingException {
        return answer(webhooks.get(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public WebhookView change(@RestPath String id, @NotNull WebhookRequest request) {
        return webhooks.change(id, request);
    }

    @DELETE
    @Path("/{id}")
    public void delete(@RestPath String id) {
        webhooks.delete(id);
    }

    @GET
    @Path("/{id}/deliveries")
    @Takes({"limit", "cursor"})
    public Answer deliveries(@RestPath String id, UriInfo uri) throws JsonProcessingException {
        var parameters = Parameters.of(uri.getQueryParameters());
        int limit = parameters.integer("limit", 1, MOST_DELIVERIES, USUAL_DELIVERIES);
        parameters.refuseIfAny();
        var fingerprint = Cursor.fingerprint("deliveries\n" + id);
        var before = parameters
                .text("cursor")
                .map(text -> number(Cursor.parse(text, fingerprint)))
                .orElse(Long.MAX_VALUE);
        webhooks.get(id);
        var found = log.entries(id, before, limit + 1);
        var shown = found.size() > limit ? found.subList(0, limit) : found;
        var next = found.size() > limit
                ? new Cursor(
                                fingerprint,
                                false,
                                List.of(Long.toString(shown.get(limit - 1).number())))
                        .encode()
                : null;
        return answer(
                new ListView<>(shown.stream().map(DeliveryLog.Entry::view).toList(), new PageView(limit, null, next)));
    }

    /** Sends what means nothing, once, and tells how that went. */
    @POST
    @Path("/{id}/test")
    public TestView test(@RestPath String id) throws InterruptedException {
        var payload = "{\"type\":\"test\",\"timestamp\":\"" + clock.instant() + "\",\"data\":{}}";
        var attempt = posting.post(webhooks.receiver(id), "msg_test_" + UUID.randomUUID(), payload);
        return new TestView(attempt.isDelivered(), attempt.latencyMillis(), attempt.status(), attempt.error());
    }

    /** Goes back in the log, and tells from there once more. */
    @POST
    @Path("/{id}/replay")
    @Takes("from")
    public void replay(@RestPath String id, UriInfo uri) {
        var parameters = Parameters.of(uri.getQueryParameters());
        var from = parameters.text("from").flatMap(Place::parse);
        if (from.isEmpty()) {
            parameters.refuse(Violation.ofParameter(
                    "from",
                    "\"from\" must be a \"seq\", such as that of a delivery; what came behind it is told again."));
        }
        parameters.refuseIfAny();
        webhooks.get(id);
        following.check(from.orElseThrow());
        webhooks.replay(id, from.orElseThrow());
    }

    private static long number(Cursor cursor) {
        return Optional.ofNullable(cursor.values().get(0))
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElseThrow(Cursor::unreadable);
    }

    private Answer answer(Object view) throws JsonProcessingException {
        return Answer.json(json.writeValueAsBytes(view));
    }
}
