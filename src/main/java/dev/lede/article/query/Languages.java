package dev.lede.article.query;

import dev.lede.database.Sql;
import dev.lede.http.problem.Violation;
import dev.lede.http.query.LanguageTags;
import dev.lede.http.query.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code lang} and {@code fallback}: the languages asked for, and those to be content with.
 *
 * @param alone every article in one of these is asked for; empty when it may be in any, or there is a best one
 * @param best the condition on {@code article a} that {@code fallback} makes
 * @param named every article asked for is in one of these; empty when it may be in any
 */
record Languages(List<String> alone, Optional<Sql> best, List<String> named) {

    static Languages of(Parameters parameters, Perspective perspective) {
        var asked = LanguageTags.of(parameters, "lang");
        var fallbacks = LanguageTags.of(parameters, "fallback");
        if (fallbacks.isEmpty()) {
            return new Languages(asked, Optional.empty(), asked);
        }
        if (asked.size() != 1) {
            parameters.refuse(Violation.ofParameter("fallback", "\"fallback\" goes with one \"lang\"."));
            return new Languages(List.of(), Optional.empty(), List.of());
        }
        var all = new ArrayList<>(asked);
        all.addAll(fallbacks);
        var wanted = all.stream().distinct().toList();
        return new Languages(List.of(), Optional.of(best(wanted, perspective)), wanted);
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
