package dev.lede.document.place;

import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A language tag written canonically: {@code zh-CN}, {@code zh-Hans}, {@code pt-BR} (BCP 47, RFC 5646 §4.5). */
public final class Language {
    private static final int LONGEST = 35;
    private static final Set<String> COUNTRIES = Set.of(ULocale.getISOCountries());
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

    /** The tag of a language called by its name, in English or its own, or of the country it is spoken in: {@code en}. */
    public static Optional<String> named(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT);
        if (name.length() > LONGEST) {
            return Optional.empty();
        }
        Optional<String> tag = Arrays.stream(ULocale.getISOLanguages())
                .filter(language ->
                        name.equals(ULocale.getDisplayLanguage(language, "en").toLowerCase(Locale.ROOT))
                                || name.equals(ULocale.getDisplayLanguage(language, language)
                                        .toLowerCase(Locale.ROOT)))
                .findFirst();
        return tag.or(() -> ofCountry(name));
    }

    private static Optional<String> ofCountry(String code) {
        ULocale country = new ULocale("und", code);
        ULocale likely = ULocale.addLikelySubtags(country);
        boolean isCountry = COUNTRIES.contains(country.getCountry())
                && !likely.getLanguage().equals("und");
        return isCountry ? Optional.of(likely.getLanguage() + "-" + country.getCountry()) : Optional.empty();
    }

    /** Whether ISO 639 has the language of a canonical tag. */
    public static boolean isKnown(String canonical) {
        int end = canonical.indexOf('-');
        return KNOWN.contains(end < 0 ? canonical : canonical.substring(0, end));
    }
}
