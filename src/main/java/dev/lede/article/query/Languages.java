package dev.lede.article.query;

import dev.lede.database.Sql;
import dev.lede.http.problem.Violation;
import dev.lede.http.query.LanguageTags;
import dev.lede.http.query.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code fallback}, the languages to be content with, and puts lists of values into conditions. */
final class Languages {

    private Languages() {}

    /**
     * The condition that {@code fallback} makes, where there is one.
     *
     * @param asked the languages of {@code lang}
     */
    static Optional<Sql> best(Parameters parameters, List<String> asked, Perspective perspective) {
        var fallbacks = LanguageTags.of(parameters, "fallback");
        if (fallbacks.isEmpty()) {
            return Optional.empty();
        }
        if (asked.size() != 1) {
            parameters.refuse(Violation.ofParameter("fallback", "\"fallback\" goes with one \"lang\"."));
            return Optional.empty();
        }
        var wanted = new ArrayList<>(asked);
        wanted.addAll(fallbacks);
        return Optional.of(best(wanted.stream().distinct().toList(), perspective));
    }

    /** Of each group of translations the article in the first of these languages that it has. */
    private static Sql best(List<String> wanted, Perspective perspective) {
        // A value for each row, which the index on translation_key gives; as a join it would be one of all with all.
        return Sql.of(
                        "(a.lang = ? or a.lang = any(?) and array_position(?::text[], a.lang) =",
                        wanted.get(0),
                        wanted,
                        wanted)
                .then(
                        "(select min(array_position(?::text[], b.lang)) from article b"
                                + " where b.translation_key = a.translation_key and b.kind = a.kind and b.lang = any(?) and",
                        wanted,
                        wanted)
                .then(perspective.condition("b"))
                .then("))");
    }

    static Sql oneOf(String column, List<String> values) {
        return values.size() == 1 ? Sql.of(column + " = ?", values.get(0)) : Sql.of(column + " = any(?)", values);
    }
}
