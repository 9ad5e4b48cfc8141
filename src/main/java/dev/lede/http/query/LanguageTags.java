package dev.lede.http.query;

import dev.lede.http.problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads parameters that name languages. */
public final class LanguageTags {

    private LanguageTags() {}

    /** The BCP 47 tags of a parameter, each in its canonical form; what is no tag is noted with the parameters. */
    public static List<String> of(Parameters parameters, String name) {
        var tags = new ArrayList<String>();
        for (var item : parameters.list(name)) {
            canonical(item).ifPresentOrElse(tags::add, () -> parameters.refuse(noTag(name, item)));
        }
        return tags.stream().distinct().toList();
    }

    // RFC 5646 §2.1.1: tags are written in any case. Java makes "und" of an ill-formed one.
    private static Optional<String> canonical(String item) {
        var tag = Locale.forLanguageTag(item).toLanguageTag();
        return tag.equalsIgnoreCase(item) ? Optional.of(tag) : Optional.empty();
    }

    private static Violation noTag(String name, String item) {
        return Violation.ofParameter(
                        name, "\"" + name + "\" takes language tags such as en or zh-CN, not \"" + item + "\".")
                .withValue(item)
                .withHint(canonical(item.replace('_', '-')).orElse(null));
    }
}
