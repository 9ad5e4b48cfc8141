package dev.lede.cli.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One thing that Lede finds wrong.
 *
 * @param place {@code :4:7}, {@code :4} or nothing: line and column in a document
 * @param message what is wrong, with what was probably meant
 */
public record Violation(String place, String message) {

    // The place stands in front, as compilers have it; saying it twice helps nobody.
    private static final Pattern LINE = Pattern.compile("^line \\d+(, column \\d+)?(, |: )");

    /** The members of a list of violations; none where there is no list. */
    public static List<Violation> list(JsonNode violations) {
        var read = new ArrayList<Violation>();
        violations.forEach(violation -> read.add(of(violation)));
        return read;
    }

    private static Violation of(JsonNode violation) {
        var line = violation.path("line").asInt();
        var column = violation.path("column").asInt();
        var detail = violation.path("detail").asText("no reason was given");
        var hint = violation.path("hint").asText("");
        var place = (line > 0 ? ":" + line : "") + (line > 0 && column > 0 ? ":" + column : "");
        var message = line > 0 ? LINE.matcher(detail).replaceFirst("") : detail;
        return new Violation(place, message + hinted(hint));
    }

    // Of documents a hint is a clause of its own, of parameters the word that was meant.
    private static String hinted(String hint) {
        if (hint.isEmpty()) {
            return "";
        }
        return hint.contains(" ") ? " (" + hint + ")" : " (did you mean " + hint + "?)";
    }
}
