package dev.lede.article.query;

import dev.lede.database.Sql;
import dev.lede.http.problem.Violation;
import dev.lede.http.query.LanguageTags;
import dev.lede.http.query.Parameters;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code lang} and {@code fallback}: the languages asked for, and those to be content with. */
final class Languages {

    private Languages() {}

    static List<Sql> of(Parameters parameters, Perspective perspective) {
        var asked = LanguageTags.of(parameters, "lang");
        var fallbacks = LanguageTags.of(parameters, "fallback");
        if (fallbacks.isEmpty()) {
            return asked.isEmpty() ? List.of() : List.of(oneOf("a.lang", asked));
        }
        if (asked.size() != 1) {
            parameters.refuse(Violation.ofParameter("fallback", "\"fallback\" goes with one \"lang\"."));
            return List.of();
        }
        var wanted = new ArrayList<>(asked);
        wanted.addAll(fallbacks);
        return List.of(best(wanted.stream().distinct().toList(), perspective));
    }

    /** Of each group of translations the article in the first of these languages that it has. */
    private static Sql best(List<String> wanted, Perspective perspective) {
        return Sql.of("a.lang = any(?) and not exists (select from article b", wanted)
                .then("where b.translation_key = a.translation_key and b.kind = a.kind and")
                .then(perspective.condition("b"))
                .then("and array_position(?::text[], b.lang) < array_position(?::text[], a.lang))", wanted, wanted);
    }

    static Sql oneOf(String column, List<String> values) {
        return values.size() == 1 ? Sql.of(column + " = ?", values.get(0)) : Sql.of(column + " = any(?)", values);
    }
}
