package dev.lede.article.query;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What articles can be sorted by, and how a row's place in that order is written into a cursor and read again. */
enum Sortable {
    DATE("date", "date", Kind.MOMENT),
    PUBLISH_DATE("publishDate", "publish_date", Kind.MOMENT),
    LASTMOD("lastmod", "lastmod", Kind.MOMENT),
    TITLE("title", "title_key", Kind.BYTES),
    WEIGHT("weight", "weight", Kind.NUMBER),
    WORD_COUNT("wordCount", "word_count", Kind.NUMBER),
    READING_TIME("readingTime", "reading_time", Kind.NUMBER),
    /** How well a text fits; with a text alone. */
    RELEVANCE("relevance", "score", Kind.NUMBER),
    /** Breaks every tie; not to be asked for. */
    ID("", "id", Kind.ID);

    private enum Kind {
        MOMENT,
        BYTES,
        NUMBER,
        ID
    }

    private static final String NEVER = "never";
    private static final BigInteger MICROS = BigInteger.valueOf(1_000_000);

    private final String parameter;
    private final String column;
    private final Kind kind;

    Sortable(String parameter, String column, Kind kind) {
        this.parameter = parameter;
        this.column = column;
        this.kind = kind;
    }

    /**
     * The names that clients may sort by.
     *
     * @param withText whether a text is searched for
     */
    static List<String> parameters(boolean withText) {
        return Arrays.stream(values())
                .filter(field -> field != ID && (withText || field != RELEVANCE))
                .map(field -> field.parameter)
                .toList();
    }

    static Optional<Sortable> named(String parameter) {
        return Arrays.stream(values())
                .filter(field -> field != ID && field.parameter.equals(parameter))
                .findFirst();
    }

    String column() {
        return column;
    }

    /** The value in a row, as a cursor carries it. */
    String text(ResultSet row, String label) throws SQLException {
        return switch (kind) {
            case MOMENT -> micros(row.getObject(label, OffsetDateTime.class));
            case BYTES -> HexFormat.of().formatHex(row.getBytes(label));
            case NUMBER -> Integer.toString(row.getInt(label));
            case ID -> row.getObject(label, UUID.class).toString();
        };
    }

    /**
     * The value that a cursor carries, to be compared with the column.
     *
     * @throws IllegalArgumentException when no row can have given it
     */
    Object value(String text) {
        return switch (kind) {
            case MOMENT -> moment(text);
            case BYTES -> HexFormat.of().parseHex(text);
            case NUMBER -> Integer.parseInt(text);
            case ID -> UUID.fromString(text);
        };
    }

    private static String micros(OffsetDateTime moment) {
        if (moment.isEqual(OffsetDateTime.MIN)) {
            return NEVER;
        }
        return BigInteger.valueOf(moment.toEpochSecond())
                .multiply(MICROS)
                .add(BigInteger.valueOf(moment.getNano() / 1_000))
                .toString();
    }

    private static OffsetDateTime moment(String text) {
        if (text.equals(NEVER)) {
            return OffsetDateTime.MIN;
        }
        var micros = Long.parseLong(text);
        var moment = Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000)
                .atOffset(ZoneOffset.UTC);
        if (moment.getYear() < 0 || moment.getYear() > 9_999) {
            throw new IllegalArgumentException("No article has such a date");
        }
        return moment;
    }
}
