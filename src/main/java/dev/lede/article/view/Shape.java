package dev.lede.article.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lede.article.query.Perspective;
import dev.lede.database.Sql;
import dev.lede.http.caching.Dependencies;
import dev.lede.http.query.FieldSelection;
import dev.lede.http.query.Parameters;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of an article is answered: which columns that takes, and how they become JSON. The two usual shapes are stored
 * as they are answered and pass through as bytes; any other is cut out of them. Immutable and thread-safe.
 */
public final class Shape implements Representation {

    private static final List<String> CARD_MEMBERS = List.of(
            "id",
            "slug",
            "url",
            "lang",
            "title",
            "date",
            "lastmod",
            "summary",
            "thumbnail",
            "tags",
            "categories",
            "readingTime");

    private static final List<String> DETAIL_MEMBERS = List.of(
            "id",
            "path",
            "url",
            "slug",
            "kind",
            "section",
            "lang",
            "title",
            "linkTitle",
            "description",
            "keywords",
            "authors",
            "date",
            "publishDate",
            "lastmod",
            "expiryDate",
            "summary",
            "summarySource",
            "summaryTruncated",
            "thumbnail",
            "tags",
            "categories",
            "taxonomies",
            "wordCount",
            "readingTime",
            "weight",
            "aliases",
            "params",
            "links");

    private static final List<String> FULL_MEMBERS =
            with(DETAIL_MEMBERS, "status", "translations", "body.html", "body.toc");

    private static final List<String> PATHS = with(
            DETAIL_MEMBERS,
            "status",
            "translations",
            "body",
            "body.html",
            "body.toc",
            "body.text",
            "body.markdown",
            "thumbnail.src",
            "thumbnail.alt",
            "thumbnail.status",
            "thumbnail.reason",
            "thumbnail.type",
            "thumbnail.width",
            "thumbnail.height",
            "thumbnail.color",
            "thumbnail.blurhash",
            "thumbnail.renditions",
            "thumbnail.renditions.url",
            "thumbnail.renditions.width",
            "thumbnail.renditions.height",
            "thumbnail.renditions.type",
            "params.*",
            "tags.slug",
            "tags.name",
            "categories.slug",
            "categories.name",
            "taxonomies.*",
            "translations.id",
            "translations.lang",
            "translations.slug",
            "translations.url",
            "translations.title",
            "links.self",
            "links.document",
            "body.toc.id",
            "body.toc.title",
            "body.toc.level",
            "body.toc.children",
            "neighbors",
            "neighbors.previous",
            "neighbors.previous.id",
            "neighbors.previous.slug",
            "neighbors.previous.url",
            "neighbors.previous.title",
            "neighbors.next",
            "neighbors.next.id",
            "neighbors.next.slug",
            "neighbors.next.url",
            "neighbors.next.title");

    private static final List<String> RELATED_PATHS = List.of(
            "related",
            "related.id",
            "related.slug",
            "related.url",
            "related.lang",
            "related.title",
            "related.score",
            "related.reasons",
            "related.reasons.terms",
            "related.reasons.text",
            "related.reasons.days");

    private static final List<String> INCLUDES = List.of(
            "body",
            "body.text",
            "body.markdown",
            "body.html",
            "body.toc",
            "params",
            "translations",
            "neighbors",
            "status",
            "links");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** What lists show. */
    public static final Shape CARD = new Shape(FieldSelection.of(CARD_MEMBERS), EnumSet.of(Piece.CARD), true);

    /** What one article by key shows. */
    public static final Shape FULL = new Shape(
            FieldSelection.of(FULL_MEMBERS),
            EnumSet.of(Piece.DETAILS, Piece.STATUS, Piece.TRANSLATIONS, Piece.BODY, Piece.LINKS),
            true);

    private final FieldSelection selection;
    private final Set<Piece> pieces;
    private final boolean asStored;

    private Shape(FieldSelection selection, Set<Piece> pieces, boolean asStored) {
        this.selection = selection;
        this.pieces = pieces;
        this.asStored = asStored;
    }

    /** The members named, cut out of what is stored. */
    public static Shape of(List<String> members) {
        return cut(FieldSelection.of(members));
    }

    /** The shape that {@code fields} and {@code include} ask for; notes what they name in vain. */
    public static Shape of(Parameters parameters, Shape usual) {
        // Of one article alone: what is related is looked for anew for each.
        boolean isOne = usual == FULL;
        var includes = parameters.names("include", isOne ? with(INCLUDES, "related") : INCLUDES);
        if (parameters.has("fields")) {
            var paths = isOne ? with(PATHS, RELATED_PATHS.toArray(String[]::new)) : PATHS;
            return cut(FieldSelection.parse(parameters, "fields", paths, usual.selection)
                    .plus(includes));
        }
        return includes.isEmpty() ? usual : cut(usual.selection.plus(includes));
    }

    /** The same text for the same members. */
    public String canonical() {
        return selection.canonical();
    }

    /** What articles of this shape show of others. */
    public Set<Borrowed> borrows() {
        var borrows = EnumSet.noneOf(Borrowed.class);
        for (var borrowed : Borrowed.values()) {
            if (pieces.contains(Piece.valueOf(borrowed.name()))) {
                borrows.add(borrowed);
            }
        }
        return borrows;
    }

    /** Whether articles of this shape are as long as their texts. */
    public boolean hasBodies() {
        return pieces.contains(Piece.BODY) || pieces.contains(Piece.TEXT) || pieces.contains(Piece.MARKDOWN);
    }

    private static Shape cut(FieldSelection selection) {
        var pieces = EnumSet.noneOf(Piece.class);
        if (DETAIL_MEMBERS.stream().anyMatch(selection::wants)) {
            pieces.add(Piece.DETAILS);
        }
        wanted(selection, "status", Piece.STATUS, pieces);
        wanted(selection, "translations", Piece.TRANSLATIONS, pieces);
        wanted(selection, "neighbors", Piece.NEIGHBORS, pieces);
        wanted(selection, "related", Piece.RELATED, pieces);
        wanted(selection, "body.html", Piece.BODY, pieces);
        wanted(selection, "body.html", Piece.LINKS, pieces);
        wanted(selection, "body.toc", Piece.BODY, pieces);
        wanted(selection, "body.toc", Piece.LINKS, pieces);
        wanted(selection, "body.text", Piece.TEXT, pieces);
        wanted(selection, "body.markdown", Piece.MARKDOWN, pieces);
        return new Shape(selection, pieces, false);
    }

    private static void wanted(FieldSelection selection, String path, Piece piece, Set<Piece> pieces) {
        if (selection.wants(path)) {
            pieces.add(piece);
        }
    }

    @Override
    public Sql columns(Perspective perspective) {
        return Sql.join(
                ", ", pieces.stream().map(piece -> piece.column(perspective)).toList());
    }

    @Override
    public String mediaType() {
        return "application/json";
    }

    @Override
    public Dependencies others(ResultSet row) throws SQLException {
        var touched = new ArrayList<String>();
        for (var piece : pieces) {
            touched.addAll(piece.others(row));
        }
        return touched.isEmpty() ? Dependencies.NONE : Dependencies.on(touched);
    }

    /** The JSON object of a row, in UTF-8. */
    @Override
    public byte[] bytes(ResultSet row) throws SQLException {
        if (asStored && pieces.contains(Piece.CARD)) {
            return row.getBytes(Piece.CARD.label());
        }
        return asStored ? joined(row) : projected(row);
    }

    private static byte[] joined(ResultSet row) throws SQLException {
        var details = row.getBytes(Piece.DETAILS.label());
        var json = new ByteArrayOutputStream(details.length + 1_024);
        json.write(details, 0, details.length - 1);
        write(
                json,
                ",\"status\":\"" + row.getString(Piece.STATUS.label()) + "\",\"translations\":["
                        + orEmpty(row.getString(Piece.TRANSLATIONS.label())) + "],\"body\":");
        json.writeBytes(StoredBody.of(row));
        write(json, "}");
        return json.toByteArray();
    }

    private static void write(ByteArrayOutputStream json, String text) {
        json.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private byte[] projected(ResultSet row) throws SQLException {
        try {
            return JSON.writeValueAsBytes(selection.project(whole(row)));
        } catch (IOException fault) {
            throw new IllegalStateException("A stored article that is no JSON", fault);
        }
    }

    private ObjectNode whole(ResultSet row) throws SQLException, JsonProcessingException {
        var article = pieces.contains(Piece.DETAILS)
                ? (ObjectNode) parsed(row.getString(Piece.DETAILS.label()))
                : JSON.createObjectNode();
        if (pieces.contains(Piece.STATUS)) {
            article.put("status", row.getString(Piece.STATUS.label()));
        }
        if (pieces.contains(Piece.TRANSLATIONS)) {
            article.set("translations", parsed("[" + orEmpty(row.getString(Piece.TRANSLATIONS.label())) + "]"));
        }
        if (pieces.contains(Piece.NEIGHBORS)) {
            article.set("neighbors", parsed(row.getString(Piece.NEIGHBORS.label())));
        }
        if (pieces.contains(Piece.RELATED)) {
            article.set("related", parsed("[" + orEmpty(row.getString(Piece.RELATED.label())) + "]"));
        }
        if (hasBodies()) {
            article.set("body", body(row));
        }
        return article;
    }

    private ObjectNode body(ResultSet row) throws SQLException, JsonProcessingException {
        var body = pieces.contains(Piece.BODY)
                ? (ObjectNode) parsed(new String(StoredBody.of(row), StandardCharsets.UTF_8))
                : JSON.createObjectNode();
        if (pieces.contains(Piece.MARKDOWN)) {
            body.put("markdown", new String(row.getBytes(Piece.MARKDOWN.label()), StandardCharsets.UTF_8));
        }
        if (pieces.contains(Piece.TEXT)) {
            body.put("text", row.getString(Piece.TEXT.label()));
        }
        return body;
    }

    private static JsonNode parsed(String json) throws JsonProcessingException {
        return JSON.readTree(json);
    }

    private static List<String> with(List<String> members, String... more) {
        var all = new ArrayList<>(members);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }
}
