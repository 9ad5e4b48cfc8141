package dev.lede.change.following;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.lede.article.view.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is told of one article: its latest state, or that it is to be forgotten.
 *
 * @param seq whoever goes on from here needs nothing before
 * @param json the item as clients read it, in UTF-8
 */
public record Told(Place seq, Type type, UUID id, byte[] json) {

    private static final JsonFactory JSON = new JsonFactory();

    /** What a follower is to do. */
    public enum Type {
        UPSERT("upsert"),
        DELETE("delete");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        /** As it is written in JSON. */
        public String word() {
            return word;
        }
    }

    /** From a row of {@link FollowingSql}. */
    static Told of(ResultSet row, Place seq, Shape shape) throws SQLException {
        var type = row.getBoolean("present") ? Type.UPSERT : Type.DELETE;
        var id = row.getObject("id", UUID.class);
        try {
            var json = new ByteArrayOutputStream(1_024);
            head(json, row, new Told(seq, type, id, new byte[0]));
            if (type == Type.UPSERT) {
                json.writeBytes(new byte[] {',', '"', 'a', 'r', 't', 'i', 'c', 'l', 'e', '"', ':'});
                json.writeBytes(shape.bytes(row));
            }
            json.write('}');
            return new Told(seq, type, id, json.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory does not fail", impossible);
        }
    }

    private static void head(ByteArrayOutputStream json, ResultSet row, Told item) throws IOException, SQLException {
        // Left open, so that the stored article goes in as it is.
        var out = JSON.createGenerator(json).disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
        out.writeStartObject();
        out.writeStringField("seq", item.seq.toString());
        out.writeStringField("type", item.type.word());
        out.writeStringField("id", item.id.toString());
        if (item.type == Type.UPSERT) {
            out.writeStringField("path", row.getString("path"));
            out.writeStringField("url", row.getString("url"));
            out.writeStringField("lang", row.getString("lang"));
        }
        out.writeStringField(
                "at", row.getObject("at", OffsetDateTime.class).toInstant().toString());
        @Nullable UUID movedFrom = row.getObject("moved_from", UUID.class);
        if (item.type == Type.UPSERT && movedFrom != null) {
            out.writeStringField("movedFrom", movedFrom.toString());
        }
        out.close();
    }
}
