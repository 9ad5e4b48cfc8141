package dev.lede.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which languages a reader wants an article in, best first. */
@ApplicationScoped
class ReaderLanguages {

    private static final int MOST = 20;

    private final LanguageConfig config;

    ReaderLanguages(LanguageConfig config) {
        this.config = config;
    }

    /** The one asked for, then those of {@code Accept-Language}, then the default. */
    List<String> of(List<String> asked, HttpHeaders headers) {
        var languages = new ArrayList<>(asked);
        headers.getAcceptableLanguages().stream()
                .map(Locale::toLanguageTag)
                .filter(tag -> !tag.equals("*") && !tag.equals("und"))
                .limit(MOST)
                .forEach(languages::add);
        languages.add(config.defaultLanguage());
        return languages;
    }
}
