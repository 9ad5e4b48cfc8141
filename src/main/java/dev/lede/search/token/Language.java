package dev.lede.search.token;

import dev.lede.search.text.FlatText;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.et.EstonianAnalyzer;
import org.apache.lucene.analysis.eu.BasqueAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ga.IrishAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.hy.ArmenianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sr.SerbianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.ta.TamilAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.ArabicStemmer;
import org.tartarus.snowball.ext.ArmenianStemmer;
import org.tartarus.snowball.ext.BasqueStemmer;
import org.tartarus.snowball.ext.CatalanStemmer;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.EstonianStemmer;
import org.tartarus.snowball.ext.FinnishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.German2Stemmer;
import org.tartarus.snowball.ext.GreekStemmer;
import org.tartarus.snowball.ext.HindiStemmer;
import org.tartarus.snowball.ext.HungarianStemmer;
import org.tartarus.snowball.ext.IndonesianStemmer;
import org.tartarus.snowball.ext.IrishStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.LithuanianStemmer;
import org.tartarus.snowball.ext.NorwegianStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.RomanianStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SerbianStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;
import org.tartarus.snowball.ext.SwedishStemmer;
import org.tartarus.snowball.ext.TamilStemmer;
import org.tartarus.snowball.ext.TurkishStemmer;

/** The languages whose words are brought to their stems, by Snowball, and whose stop words are known, from Lucene. */
public enum Language {
    ARABIC("ar", ArabicStemmer::new, ArabicAnalyzer::getDefaultStopSet),
    ARMENIAN("hy", ArmenianStemmer::new, ArmenianAnalyzer::getDefaultStopSet),
    BASQUE("eu", BasqueStemmer::new, BasqueAnalyzer::getDefaultStopSet),
    CATALAN("ca", CatalanStemmer::new, CatalanAnalyzer::getDefaultStopSet),
    DANISH("da", DanishStemmer::new, DanishAnalyzer::getDefaultStopSet),
    DUTCH("nl", DutchStemmer::new, DutchAnalyzer::getDefaultStopSet),
    ENGLISH("en", EnglishStemmer::new, EnglishAnalyzer::getDefaultStopSet),
    ESTONIAN("et", EstonianStemmer::new, EstonianAnalyzer::getDefaultStopSet),
    FINNISH("fi", FinnishStemmer::new, FinnishAnalyzer::getDefaultStopSet),
    FRENCH("fr", FrenchStemmer::new, FrenchAnalyzer::getDefaultStopSet),
    GERMAN("de", German2Stemmer::new, GermanAnalyzer::getDefaultStopSet),
    GREEK("el", GreekStemmer::new, GreekAnalyzer::getDefaultStopSet),
    HINDI("hi", HindiStemmer::new, HindiAnalyzer::getDefaultStopSet),
    HUNGARIAN("hu", HungarianStemmer::new, HungarianAnalyzer::getDefaultStopSet),
    INDONESIAN("id", IndonesianStemmer::new, IndonesianAnalyzer::getDefaultStopSet),
    IRISH("ga", IrishStemmer::new, IrishAnalyzer::getDefaultStopSet),
    ITALIAN("it", ItalianStemmer::new, ItalianAnalyzer::getDefaultStopSet),
    LITHUANIAN("lt", LithuanianStemmer::new, LithuanianAnalyzer::getDefaultStopSet),
    NORWEGIAN("no", NorwegianStemmer::new, NorwegianAnalyzer::getDefaultStopSet),
    PORTUGUESE("pt", PortugueseStemmer::new, PortugueseAnalyzer::getDefaultStopSet),
    ROMANIAN("ro", RomanianStemmer::new, RomanianAnalyzer::getDefaultStopSet),
    RUSSIAN("ru", RussianStemmer::new, RussianAnalyzer::getDefaultStopSet),
    SERBIAN("sr", SerbianStemmer::new, SerbianAnalyzer::getDefaultStopSet),
    SPANISH("es", SpanishStemmer::new, SpanishAnalyzer::getDefaultStopSet),
    SWEDISH("sv", SwedishStemmer::new, SwedishAnalyzer::getDefaultStopSet),
    TAMIL("ta", TamilStemmer::new, TamilAnalyzer::getDefaultStopSet),
    TURKISH("tr", TurkishStemmer::new, TurkishAnalyzer::getDefaultStopSet);

    private static final Map<String, Language> BY_CODE = byCode();

    private final String code;
    // References to constructors and static methods, which hold nothing.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Supplier<SnowballStemmer> stemmer;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Supplier<CharArraySet> stops;

    Language(String code, Supplier<SnowballStemmer> stemmer, Supplier<CharArraySet> stops) {
        this.code = code;
        this.stemmer = stemmer;
        this.stops = stops;
    }

    /** The language by whose rules words are read where an article says that it is in this one: English where none is known. */
    public static Language of(String tag) {
        int end = tag.indexOf('-');
        var code = (end < 0 ? tag : tag.substring(0, end)).toLowerCase(Locale.ROOT);
        return BY_CODE.getOrDefault(code, ENGLISH);
    }

    private static Map<String, Language> byCode() {
        var byCode = new HashMap<String, Language>();
        Arrays.stream(values()).forEach(language -> byCode.put(language.code, language));
        byCode.put("nb", NORWEGIAN);
        byCode.put("nn", NORWEGIAN);
        return Map.copyOf(byCode);
    }

    /** A new one, as they are not thread-safe. */
    SnowballStemmer newStemmer() {
        return stemmer.get();
    }

    /** Words that say little by themselves, folded. */
    public boolean isStopWord(String word) {
        return StopWords.OF.computeIfAbsent(this, Language::stopWords).contains(word);
    }

    private Set<String> stopWords() {
        var words = new HashSet<String>();
        for (var word : stops.get()) {
            words.add(FlatText.of(new String((char[]) word)).strip());
        }
        return Set.copyOf(words);
    }
}
