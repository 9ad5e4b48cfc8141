package dev.lede.article.view;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A body as it is stored, and the addresses that belong into it. */
final class StoredBody {

    private StoredBody() {}

    /** The body of a row that has {@link Piece#BODY} and {@link Piece#LINKS}: JSON in UTF-8. */
    static byte[] of(ResultSet row) throws SQLException {
        var body = row.getBytes(Piece.BODY.label());
        var links = row.getString(Piece.LINKS.label());
        return links == null ? body : withLinks(body, links);
    }

    /** @param links a line each: how many bytes stand before, a blank, the address */
    private static byte[] withLinks(byte[] body, String links) {
        var whole = new ByteArrayOutputStream(body.length + links.length());
        var from = 0;
        for (var link : links.split("\n", -1)) {
            var blank = link.indexOf(' ');
            var at = Integer.parseInt(link.substring(0, blank));
            whole.write(body, from, at - from);
            whole.writeBytes(escaped(link.substring(blank + 1)).getBytes(StandardCharsets.UTF_8));
            from = at;
        }
        whole.write(body, from, body.length - from);
        return whole.toByteArray();
    }

    // The address stands in an attribute in double quotes, and that in a text of JSON.
    private static String escaped(String address) {
        return address.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\\", "\\\\");
    }
}
