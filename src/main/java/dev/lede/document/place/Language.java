package dev.lede.document.place;

import com.ibm.icu.util.ULocale;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A language tag written canonically: {@code zh-CN}, {@code zh-Hans}, {@code pt-BR} (BCP 47, RFC 5646 §4.5). */
public final class Language {
    private static final int LONGEST = 35;
    private static final Set<String> KNOWN = Set.of(ULocale.getISOLanguages());

    private Language() {}

    /** The canonical tag of {@code zh_cn}, {@code ZH-cn} and the like; nothing when it is not well-formed. */
    public static Optional<String> canonical(String text) {
        String tag = text.strip().replace('_', '-');
        if (tag.isEmpty() || tag.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            Locale locale =
                    new Locale.Builder().setLanguageTag(tag).clearExtensions().build();
            return locale.getLanguage().isEmpty() ? Optional.empty() : Optional.of(locale.toLanguageTag());
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }

    /** Whether ISO 639 has the language of a canonical tag. */
    public static boolean isKnown(String canonical) {
        int end = canonical.indexOf('-');
        return KNOWN.contains(end < 0 ? canonical : canonical.substring(0, end));
    }
}
