package dev.lede.operation;

import com.fasterxml.jackson.annotation.JsonKey;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lede.access.Public;
import dev.lede.article.query.FeedLinks;
import dev.lede.article.query.Snapshot;
import dev.lede.database.Database;
import dev.lede.database.Sql;
import dev.lede.http.caching.Answer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a newcomer's first request is answered with: what this is, and where everything else is. */
@Path("/v1")
@Public
@Produces(MediaType.APPLICATION_JSON)
public class IndexResource {

    /** The same, for who knows no path at all. A class of its own: of two, the framework tries the longer path only. */
    @Path("/")
    @Public
    @Produces(MediaType.APPLICATION_JSON)
    public static class Root {

        private final IndexResource index;

        Root(IndexResource index) {
            this.index = index;
        }

        @GET
        public Answer root() throws JsonProcessingException {
            return index.index();
        }
    }

    /** Every door there is. Who opens another one adds its line here. */
    enum Door {
        SELF("self", "/v1"),
        ARTICLES("articles", "/v1/articles"),
        SEARCH("search", "/v1/search"),
        SUGGEST("suggest", "/v1/suggest"),
        TAGS("tags", "/v1/tags"),
        CATEGORIES("categories", "/v1/categories"),
        TAXONOMIES("taxonomies", "/v1/taxonomies"),
        SUMMARIES("summaries", "/v1/summaries"),
        THUMBNAILS("thumbnails", "/v1/thumbnails"),
        ARCHIVE("archive", "/v1/archive"),
        RESOLVE("resolve", "/v1/resolve"),
        CHANGES("changes", "/v1/changes"),
        EVENTS("events", "/v1/events"),
        WEBHOOKS("webhooks", "/v1/webhooks"),
        RSS("rss", "/feed.xml"),
        ATOM("atom", "/atom.xml"),
        JSON_FEED("jsonFeed", "/feed.json"),
        SITEMAP("sitemap", "/sitemap.xml"),
        LLMS("llms", "/llms.txt"),
        DOCUMENTS("documents", "/v1/documents"),
        EXPORT("export", "/v1/export"),
        KEYS("keys", "/v1/keys"),
        OPENAPI("openapi", "/q/openapi"),
        SWAGGER_UI("swaggerUi", "/q/swagger-ui"),
        HEALTH("health", "/q/health"),
        METRICS("metrics", "/q/metrics");

        private final String word;
        private final String path;

        Door(String word, String path) {
            this.word = word;
            this.path = path;
        }

        /** As it is written in JSON. */
        @JsonKey
        String word() {
            return word;
        }

        /** In their order, under the address that the outside knows. */
        static Map<Door, String> under(String publicUrl) {
            var links = new EnumMap<Door, String>(Door.class);
            for (var door : values()) {
                links.put(door, publicUrl + door.path);
            }
            return links;
        }
    }

    private final Database database;
    private final ObjectMapper json;
    private final Map<Door, String> links;
    private final List<String> feeds;
    private final String name;
    private final String version;

    IndexResource(
            Database database,
            ObjectMapper json,
            @ConfigProperty(name = "lede.public-url") Optional<String> publicUrl) {
        this.database = database;
        this.json = json;
        this.links = Door.under(publicUrl.orElse(""));
        this.feeds = FeedLinks.of(publicUrl.orElse(""), Map.of());
        // Such as "Lede 1.2.3".
        var release = new Release().getVersion()[0].split(" ", 2);
        this.name = release[0];
        this.version = release[1];
    }

    @GET
    public Answer index() throws JsonProcessingException {
        var snapshot = database.read(
                session -> session.one(Sql.of("select " + Snapshot.COLUMNS + " from revision r"), Snapshot::of));
        var answer = snapshot.answer(
                Answer.json(json.writeValueAsBytes(new IndexView(name, version, snapshot.revision(), links))));
        for (var feed : feeds) {
            answer = answer.link(feed);
        }
        return answer;
    }

    /** What this is, how new its content, and the way to everything else. */
    private record IndexView(String name, String version, long revision, Map<Door, String> links) {}
}
