package dev.lede.http.caching;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lede.access.Requires;
import dev.lede.access.Role;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;

/** Answers of every make. */
@Path("/test/answers")
public class AnswersResource {

    static final String LARGE = "{\"text\":\"" + "lede ".repeat(1000) + "\"}";
    static final String SMALL = "{\"text\":\"lede\"}";

    @GET
    @Path("/large")
    public Answer large() {
        return Answer.json(LARGE.getBytes(UTF_8));
    }

    @GET
    @Path("/small")
    public Answer small() {
        return Answer.json(SMALL.getBytes(UTF_8)).atRevision(0);
    }

    @GET
    @Path("/varied")
    public Answer varied() {
        return Answer.of("text/plain;charset=UTF-8", "ä".getBytes(UTF_8))
                .varyingBy("Accept")
                .varyingBy("Accept-Language")
                .tagged("own")
                .link("</a>; rel=\"next\"")
                .link("</b>; rel=\"prev\"");
    }

    @GET
    @Path("/expiring")
    public Answer expiring() {
        return Answer.json(SMALL.getBytes(UTF_8)).until(Instant.EPOCH);
    }

    @GET
    @Path("/keyed")
    @Requires(Role.PREVIEW)
    public Answer keyed() {
        return Answer.json(SMALL.getBytes(UTF_8));
    }

    @POST
    @Path("/written")
    public Answer written() {
        return Answer.json(SMALL.getBytes(UTF_8));
    }
}
