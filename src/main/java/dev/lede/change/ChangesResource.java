package dev.lede.change;

import dev.lede.article.media.AcceptedMedia;
import dev.lede.change.following.ChangePage;
import dev.lede.change.following.Followed;
import dev.lede.change.following.Following;
import dev.lede.change.following.PageSize;
import dev.lede.change.following.Start;
import dev.lede.http.caching.Answer;
import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import dev.lede.http.query.Parameters;
import dev.lede.http.query.Takes;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * {@code /v1/changes}: what is there, and from then on what changes. It declares no media types, as the framework would
 * take the lines of a stream for one JSON value.
 */
@Path("/v1/changes")
public class ChangesResource {

    private static final int MOST = 1_000;
    private static final int USUAL = 100;

    /** Bytes of one page, which is in memory as a whole. */
    private static final int MOST_BYTES = 8 << 20;

    private static final byte[] BEGINNING = bytes("{\"items\":[");

    private final Following following;
    private final ChangeStreams streams;

    ChangesResource(Following following, ChangeStreams streams) {
        this.following = following;
        this.streams = streams;
    }

    @GET
    @Takes(
            value = {"cursor", "limit", "fields", "include", "lang", "section"},
            repeatable = "tag")
    public RestResponse<?> changes(
            @Context UriInfo uri, @Context HttpHeaders headers, @Context RoutingContext context) {
        var parameters = Parameters.of(uri.getQueryParameters());
        var followed = Followed.of(parameters);
        var limit = parameters.integer("limit", 1, MOST, USUAL);
        parameters.refuseIfAny();
        var start = parameters.text("cursor").map(text -> Start.parse(text, followed));
        if (isStreamed(headers)) {
            return streams.answer(followed, start.orElse(null), context);
        }
        var size = new PageSize(limit, MOST_BYTES);
        var page = start.map(place -> following.goOn(followed, place, size))
                .orElseGet(() -> following.begin(followed, size));
        return RestResponse.ok(
                page.snapshot().answer(Answer.json(json(page, followed))).varyingBy(HttpHeaders.ACCEPT));
    }

    private static boolean isStreamed(HttpHeaders headers) {
        return AcceptedMedia.best(
                        headers.getAcceptableMediaTypes(),
                        List.of(MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(ChangeStreams.NDJSON)))
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_ACCEPTABLE,
                        "Changes are offered as application/json and application/x-ndjson."))
                .getSubtype()
                .equals("x-ndjson");
    }

    // A page may be large: it is put together once, where it stays.
    private static byte[] json(ChangePage page, Followed followed) {
        var end = bytes("]," + end(page.next(), followed, page.more()));
        var items = page.items();
        int length = items.stream().mapToInt(item -> item.json().length + 1).sum();
        var json = ByteBuffer.allocate(BEGINNING.length + Math.max(0, length - 1) + end.length)
                .put(BEGINNING);
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                json.put((byte) ',');
            }
            json.put(items.get(i).json());
        }
        return json.put(end).array();
    }

    /** How a page ends, and the last line of a stream after its brace. A cursor is base64url: nothing in it needs escaping. */
    static String end(Start next, Followed followed, boolean more) {
        return "\"cursor\":\"" + next.encode(followed) + "\",\"more\":" + more + "}";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
