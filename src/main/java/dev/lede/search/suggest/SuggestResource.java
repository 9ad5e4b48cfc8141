package dev.lede.search.suggest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lede.article.query.Snapshot;
import dev.lede.database.Database;
import dev.lede.database.Sql;
import dev.lede.http.caching.Answer;
import dev.lede.http.problem.Violation;
import dev.lede.http.query.Parameters;
import dev.lede.http.query.Takes;
import dev.lede.search.query.TextQuery;
import dev.lede.search.rank.RankedSearch;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code /v1/suggest}: titles and terms, while somebody types. */
@Path("/v1/suggest")
@Produces(MediaType.APPLICATION_JSON)
public class SuggestResource {

    private static final int MOST = 20;
    private static final int USUAL = 10;
    private static final Sql SNAPSHOT = Sql.of("select " + Snapshot.COLUMNS + " from revision r");

    private final Database database;
    private final RankedSearch search;
    private final Titles titles;
    private final TermNames terms;
    private final ObjectMapper json;

    SuggestResource(Database database, RankedSearch search, Titles titles, TermNames terms, ObjectMapper json) {
        this.database = database;
        this.search = search;
        this.titles = titles;
        this.terms = terms;
        this.json = json;
    }

    private record PageView(int limit) {}

    private record ListView(List<SuggestionView> items, PageView page) {}

    @GET
    @Takes({"q", "limit"})
    public Answer suggest(@Context UriInfo uri) throws JsonProcessingException {
        var parameters = Parameters.of(uri.getQueryParameters());
        var limit = parameters.integer("limit", 1, MOST, USUAL);
        if (!parameters.has("q")) {
            parameters.refuse(Violation.ofParameter("q", "\"q\" must be given: it is what has been typed so far."));
        }
        parameters.refuseIfAny();
        var typed = parameters.text("q").orElse("");
        // Titles hold words as they are: no language has to be known to complete them.
        var query = TextQuery.parse(typed, Set.of());
        try (var snapshot = database.snapshot()) {
            var session = snapshot.session();
            search.prepare(session);
            var seen = session.one(SNAPSHOT, Snapshot::of);
            var items = new ArrayList<SuggestionView>();
            if (!query.isEmpty()) {
                items.addAll(terms.like(session, typed, Math.max(1, limit / 3)));
                items.addAll(titles.with(session, query, limit - items.size()));
            }
            return seen.answer(Answer.json(json.writeValueAsBytes(new ListView(items, new PageView(limit)))));
        }
    }
}
