package dev.lede.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lede.article.ArticleLists.Asked;
import dev.lede.article.query.ArticleFilters;
import dev.lede.article.query.LanguageConfig;
import dev.lede.article.query.Snapshot;
import dev.lede.database.Database;
import dev.lede.database.Sql;
import dev.lede.http.caching.Answer;
import dev.lede.http.query.Parameters;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** {@code /v1/archive}: how many articles each month has. */
@Path("/v1/archive")
@Produces(MediaType.APPLICATION_JSON)
public class ArchiveResource {

    private final ArticleLists lists;
    private final Database database;
    private final ObjectMapper json;
    private final String zone;

    ArchiveResource(ArticleLists lists, Database database, ObjectMapper json, LanguageConfig language) {
        this.lists = lists;
        this.database = database;
        this.json = json;
        this.zone = language.timeZone().getId();
    }

    /** A month that has articles. */
    private record MonthView(int year, int month, long count) {}

    private record PageView(int limit, long total) {}

    private record ListView(List<MonthView> items, PageView page) {}

    private record Row(Snapshot snapshot, Optional<MonthView> month) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    Snapshot.of(row),
                    row.getObject("year") == null
                            ? Optional.empty()
                            : Optional.of(
                                    new MonthView(row.getInt("year"), row.getInt("month"), row.getLong("count"))));
        }
    }

    @GET
    @ArticleFilters
    public Answer months(@Context UriInfo uri) throws JsonProcessingException {
        var parameters = Parameters.of(uri.getQueryParameters());
        var asked = lists.asked(parameters);
        parameters.refuseIfAny();
        var rows = database.read(session -> session.list(statement(asked), Row::of));
        var months = rows.stream().flatMap(row -> row.month().stream()).toList();
        var view = new ListView(months, new PageView(months.size(), months.size()));
        return rows.get(0)
                .snapshot()
                .answer(Answer.json(json.writeValueAsBytes(view)))
                .dependingOn(lists.dependencies(asked.filter()));
    }

    // Months are those of the zone in which dates without one are read, so that no day moves to another month.
    private Sql statement(Asked asked) {
        return Sql.of(
                        "select " + Snapshot.COLUMNS + ", p.* from revision r left join lateral ("
                                + "select extract(year from w.local)::integer as year,"
                                + " extract(month from w.local)::integer as month, count(*) as count"
                                + " from (select a.date at time zone ? as local from article a where a.date > '-infinity' and",
                        zone)
                .then(asked.perspective().condition("a"))
                .then("and")
                .then(asked.filter().condition())
                .then(") w group by 1, 2) p on true order by p.year desc, p.month desc");
    }
}
