package dev.lede.article.key;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lede.article.query.Perspective;
import dev.lede.article.query.Snapshot;
import dev.lede.database.Database;
import dev.lede.database.Sql;
import dev.lede.http.caching.Answer;
import dev.lede.http.caching.Dependencies;
import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import dev.lede.http.problem.Violation;
import dev.lede.http.query.Parameters;
import dev.lede.http.query.Takes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /v1/resolve}: which article a url of the site leads to, for the router of a front end. */
@Path("/v1/resolve")
@Produces(MediaType.APPLICATION_JSON)
public class ResolveResource {

    private final Database database;
    private final ObjectMapper json;

    ResolveResource(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * An article and where it is.
     *
     * @param url its present url
     * @param moved whether that is another than was asked for: a former one, or an alias
     */
    private record ResolvedView(UUID id, String url, boolean moved) {}

    private record Row(Snapshot snapshot, @Nullable ResolvedView view) {
        static Row of(ResultSet row) throws SQLException {
            var id = row.getObject("id", UUID.class);
            return new Row(
                    Snapshot.of(row),
                    id == null ? null : new ResolvedView(id, row.getString("url"), row.getBoolean("moved")));
        }
    }

    @GET
    @Takes("url")
    public Answer resolve(@Context UriInfo uri) throws JsonProcessingException {
        var parameters = Parameters.of(uri.getQueryParameters());
        var url = url(parameters);
        parameters.refuseIfAny();
        var row = database.read(session -> session.one(statement(url), Row::of));
        if (row.view() == null || UrlValue.of(url).isEmpty()) {
            throw new ProblemException(ProblemType.NOT_FOUND, "No article is at \"" + url + "\", or was.");
        }
        var view = row.view();
        // A present address comes first whatever was there before, so that only those matter who have it now.
        var dependencies = view.moved()
                ? Dependencies.on(Dependencies.ARTICLES)
                : Dependencies.on("article:" + view.id(), "url:" + UrlValue.of(url));
        return row.snapshot().answer(Answer.json(json.writeValueAsBytes(view))).dependingOn(dependencies);
    }

    private static String url(Parameters parameters) {
        var url = parameters.text("url").orElse("");
        if (!url.startsWith("/") || url.startsWith("//")) {
            parameters.refuse(
                    Violation.ofParameter("url", "\"url\" must be given, and begin with a slash, as /posts/chip/ does.")
                            .withValue(url.isEmpty() ? null : url));
        }
        return url;
    }

    // What is there now comes before what was, and of two with one url the one whose path sorts first.
    private static Sql statement(String url) {
        return Sql.of(
                        "select " + Snapshot.COLUMNS + ", p.* from revision r left join lateral (select a.id, a.url,"
                                + " w.relation <> 'present' as moved from address w join article a on a.id = w.article_id"
                                + " join document d on d.id = a.id where w.form = 'url' and w.value = ? and",
                        UrlValue.of(url))
                .then(Perspective.PUBLISHED.condition("a"))
                .then("order by array_position(array['present', 'alias', 'former'], w.relation), d.path limit 1)"
                        + " p on true");
    }
}
