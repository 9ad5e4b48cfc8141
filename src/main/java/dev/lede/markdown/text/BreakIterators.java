package dev.lede.markdown.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.FilteredBreakIteratorBuilder;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * ICU's break iterators, made once for a language and copied for each use, since making one is dear and using one is not
 * thread-safe.
 */
final class BreakIterators {

    private static final BreakIterator GRAPHEMES = BreakIterator.getCharacterInstance(ULocale.ROOT);

    /** ICU knows one set of word dictionaries for all languages. */
    private static final BreakIterator WORDS = BreakIterator.getWordInstance(ULocale.ROOT);

    /** Languages with sentence suppressions of their own in CLDR; texts in all others may quote English. */
    private static final Set<String> WITH_ABBREVIATIONS = Set.of("de", "el", "es", "fr", "it", "pt", "ru");

    /** Abbreviations before names and numbers that CLDR does not know. */
    private static final Map<String, List<String>> MORE_ABBREVIATIONS = Map.of(
            "en",
            List.of(
                    "e.g.", "i.e.", "cf.", "vs.", "approx.", "Dr.", "Mr.", "Mrs.", "Ms.", "Prof.", "St.", "Sen.",
                    "Rep.", "Gov.", "Gen.", "Lt.", "Col.", "Capt.", "Sgt.", "Rev.", "No.", "Nos.", "Fig.", "Eq.",
                    "Vol.", "pp.", "Inc.", "Corp.", "Ltd.", "Co.", "Jr.", "Sr.", "Jan.", "Feb.", "Mar.", "Apr.", "Aug.",
                    "Sept.", "Oct.", "Nov.", "Dec."),
            "de",
            List.of(
                    "bzw.", "ca.", "Dr.", "Prof.", "Nr.", "Abb.", "Abs.", "Art.", "Bd.", "Hr.", "Fr.", "St.", "Str.",
                    "usw.", "vgl.", "sog.", "inkl.", "evtl.", "ggf.", "Mio.", "Mrd."));

    private static final Map<String, BreakIterator> SENTENCES = new ConcurrentHashMap<>();

    private BreakIterators() {}

    static BreakIterator graphemes() {
        return GRAPHEMES.clone();
    }

    static BreakIterator words() {
        return WORDS.clone();
    }

    static BreakIterator sentences(String language) {
        String primary = ULocale.forLanguageTag(language).getLanguage();
        String known = WITH_ABBREVIATIONS.contains(primary) ? primary : "en";
        return SENTENCES.computeIfAbsent(known, BreakIterators::newSentences).clone();
    }

    private static BreakIterator newSentences(String language) {
        var locale = ULocale.forLanguageTag(language);
        var filter = FilteredBreakIteratorBuilder.getInstance(locale);
        MORE_ABBREVIATIONS.getOrDefault(language, List.of()).forEach(filter::suppressBreakAfter);
        return filter.wrapIteratorWithFilter(BreakIterator.getSentenceInstance(locale));
    }
}
