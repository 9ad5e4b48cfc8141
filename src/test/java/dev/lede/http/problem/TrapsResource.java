package dev.lede.http.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lede.http.query.Takes;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Everything that the framework would answer in its own way, and every way to fail. */
@Path("/test/traps")
@Produces(MediaType.APPLICATION_JSON)
public class TrapsResource {

    record Slug(String text) {
        Slug {
            if (!text.matches("[a-z]+")) {
                throw new IllegalArgumentException("dev.lede.Slug: no slug: " + text);
            }
        }
    }

    record Order(
            String name,
            int size,
            @Nullable TimeUnit unit,
            @Nullable List<Integer> sizes) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Echo(
            @Nullable Integer page,
            @Nullable TimeUnit unit,
            @Nullable Slug slug,
            @Nullable String single,
            List<String> repeated) {}

    @GET
    @Takes(
            value = {"page", "unit", "slug", "single"},
            repeatable = "repeated")
    public Echo echo(
            @RestQuery @Nullable Integer page,
            @RestQuery @Nullable TimeUnit unit,
            @RestQuery @Nullable Slug slug,
            @RestQuery @Nullable String single,
            @RestQuery List<String> repeated) {
        return new Echo(page, unit, slug, single, repeated);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Order order(@NotNull Order order) {
        return order;
    }

    @GET
    @Path("/fault")
    public String fault() {
        throw new IllegalStateException("select secret from dev.lede.internal", new SQLException("at Secret.java:12"));
    }

    @GET
    @Path("/locked")
    public String locked() {
        throw new IllegalStateException(new SQLException("canceling statement due to lock timeout", "55P03"));
    }
}
