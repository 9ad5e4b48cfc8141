package dev.lede.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lede.article.media.SiteAddresses;
import dev.lede.article.query.Perspective;
import dev.lede.article.view.Representation;
import dev.lede.article.view.Shape;
import dev.lede.database.Sql;
import dev.lede.feed.format.Entry;
import dev.lede.feed.format.Entry.Category;
import dev.lede.feed.format.Entry.Picture;
import dev.lede.feed.format.Entry.Small;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Articles as feeds need them: what is read of each, and the entry that it becomes. Immutable and thread-safe.
 *
 * @param shape the members that are read
 */
record Entries(Shape shape) implements Representation {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<String> MEMBERS = List.of(
            "id",
            "url",
            "section",
            "lang",
            "title",
            "authors",
            "date",
            "lastmod",
            "summary",
            "thumbnail",
            "tags",
            "categories",
            "taxonomies");

    /** With bodies. */
    static final Entries FULL = new Entries(
            Shape.of(Stream.concat(MEMBERS.stream(), Stream.of("body.html")).toList()));

    /** Without bodies. */
    static final Entries SUMMARIES = new Entries(Shape.of(MEMBERS));

    // What has no date changed when its document came. A picture that is an asset has its bytes, which are all alike.
    private static final String MORE = ", (select d.updated_at from document d where d.id = a.id) as stored,"
            + " (select x.size from thumbnail t join picture p on p.id = t.picture_id join asset x on x.hash = p.hash"
            + " where t.article_id = a.id and p.address is null limit 1) as picture_size";

    /** Wide enough for a list on a screen of any density. */
    private static final int SMALL_WIDTH = 320;

    @Override
    public Sql columns(Perspective perspective) {
        return shape.columns(perspective).then(MORE);
    }

    @Override
    public String mediaType() {
        return shape.mediaType();
    }

    @Override
    public byte[] bytes(ResultSet row) throws SQLException {
        var article = shape.bytes(row);
        var json = new ByteArrayOutputStream(article.length + 100);
        json.write(article, 0, article.length - 1);
        var more = ",\"stored\":\"" + row.getObject("stored", OffsetDateTime.class) + "\",\"pictureSize\":"
                + row.getLong("picture_size") + "}";
        json.writeBytes(more.getBytes(StandardCharsets.UTF_8));
        return json.toByteArray();
    }

    /** The article of {@link #bytes}, for whoever wants more of it than an entry has. */
    static JsonNode article(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException fault) {
            throw new IllegalStateException("A stored article that is no JSON", fault);
        }
    }

    /** The entry of an article. */
    static Entry entry(JsonNode article, SiteAddresses addresses) {
        var url = addresses.site() + article.path("url").asText();
        var date = moment(article.path("date"));
        var lastmod = moment(article.path("lastmod"));
        var changed = lastmod == null ? date : lastmod;
        var html = article.path("body").path("html");
        return new Entry(
                "urn:uuid:" + article.path("id").asText(),
                url,
                article.path("lang").asText(),
                article.path("title").asText(),
                article.path("summary").asText(),
                html.isMissingNode() ? null : new AbsoluteHtml(addresses, url).of(html.asText()),
                texts(article.path("authors")),
                categories(article, addresses),
                date,
                changed == null ? OffsetDateTime.parse(article.path("stored").asText()) : changed,
                picture(article, addresses, url));
    }

    private static @Nullable OffsetDateTime moment(JsonNode text) {
        return text.isMissingNode() ? null : OffsetDateTime.parse(text.asText());
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(text -> texts.add(String.valueOf(text.asText())));
        return texts;
    }

    private static List<Category> categories(JsonNode article, SiteAddresses addresses) {
        var categories = new ArrayList<Category>();
        var taxonomies = new ArrayList<Map.Entry<String, JsonNode>>();
        taxonomies.add(Map.entry("tags", article.path("tags")));
        taxonomies.add(Map.entry("categories", article.path("categories")));
        taxonomies.addAll(article.path("taxonomies").properties());
        for (var taxonomy : taxonomies) {
            var scheme = addresses.api() + "/v1/taxonomies/" + taxonomy.getKey();
            taxonomy.getValue()
                    .forEach(term -> categories.add(new Category(
                            scheme,
                            term.path("slug").asText(),
                            term.path("name").asText())));
        }
        return categories;
    }

    private static @Nullable Picture picture(JsonNode article, SiteAddresses addresses, String url) {
        var thumbnail = article.path("thumbnail");
        var src = thumbnail.path("src").asText("");
        if (src.isEmpty()) {
            return null;
        }
        var length = article.path("pictureSize").asLong();
        return new Picture(
                new AbsoluteHtml(addresses, url).address(src),
                thumbnail.path("type").isMissingNode()
                        ? null
                        : thumbnail.path("type").asText(),
                number(thumbnail.path("width")),
                number(thumbnail.path("height")),
                length == 0 ? null : Long.valueOf(length),
                small(thumbnail.path("renditions"), addresses));
    }

    private static @Nullable Integer number(JsonNode number) {
        return number.isMissingNode() ? null : Integer.valueOf(number.asInt());
    }

    private static @Nullable Small small(JsonNode renditions, SiteAddresses addresses) {
        JsonNode best = null;
        for (var rendition : renditions) {
            // They stand in ascending width.
            if (best == null || best.path("width").asInt() < SMALL_WIDTH) {
                best = rendition;
            }
        }
        if (best == null) {
            return null;
        }
        var url = best.path("url").asText();
        return new Small(
                SiteAddresses.isRootRelative(url) ? addresses.ofPath(url) : url,
                best.path("width").asInt(),
                best.path("height").asInt());
    }
}
