package dev.lede.taxonomy;

import dev.lede.http.caching.Answer;
import dev.lede.http.query.Takes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestPath;

/** {@code /v1/tags}, {@code /v1/categories}, {@code /v1/taxonomies}: what articles are about. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
public class TermsResource {

    private final TermAnswers answers;

    TermsResource(TermAnswers answers) {
        this.answers = answers;
    }

    @GET
    @Path("/tags")
    @Takes({"lang", "q", "sort", "limit", "page", "minCount"})
    public Answer tags(@Context UriInfo uri) {
        return answers.page("tags", uri);
    }

    @GET
    @Path("/tags/{slug}")
    public Answer tag(@RestPath String slug) {
        return answers.single("tags", slug);
    }

    @GET
    @Path("/categories")
    @Takes({"lang", "q", "sort", "limit", "page", "minCount"})
    public Answer categories(@Context UriInfo uri) {
        return answers.page("categories", uri);
    }

    @GET
    @Path("/categories/{slug}")
    public Answer category(@RestPath String slug) {
        return answers.single("categories", slug);
    }

    @GET
    @Path("/taxonomies")
    public Answer taxonomies() {
        return answers.taxonomies();
    }

    @GET
    @Path("/taxonomies/{name}")
    @Takes({"lang", "q", "sort", "limit", "page", "minCount"})
    public Answer terms(@RestPath String name, @Context UriInfo uri) {
        return answers.page(name, uri);
    }

    @GET
    @Path("/taxonomies/{name}/{slug}")
    public Answer term(@RestPath String name, @RestPath String slug) {
        return answers.single(name, slug);
    }
}
