package dev.lede.article.query;

import dev.lede.database.Sql;
import dev.lede.http.problem.Violation;
import dev.lede.http.query.LanguageTags;
import dev.lede.http.query.Parameters;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code lang} and {@code fallback}: the languages asked for, and those to be content with.
 *
 * @param conditions on {@code article a}
 * @param named every article asked for is in one of these; empty when it may be in any
 */
record Languages(List<Sql> conditions, List<String> named) {

    static Languages of(Parameters parameters, Perspective perspective) {
        var asked = LanguageTags.of(parameters, "lang");
        var fallbacks = LanguageTags.of(parameters, "fallback");
        if (fallbacks.isEmpty()) {
            return new Languages(asked.isEmpty() ? List.of() : List.of(oneOf("a.lang", asked)), asked);
        }
        if (asked.size() != 1) {
            parameters.refuse(Violation.ofParameter("fallback", "\"fallback\" goes with one \"lang\"."));
            return new Languages(List.of(), List.of());
        }
        var all = new ArrayList<>(asked);
        all.addAll(fallbacks);
        var wanted = all.stream().distinct().toList();
        return new Languages(List.of(best(wanted, perspective)), wanted);
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
