package dev.lede.article.media;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** The site that the articles belong to, as it is told to others. */
@ConfigMapping(prefix = "lede.site")
public interface SiteConfig {

    /** Where readers find the site, such as {@code https://news.example}; articles' urls go behind it. */
    Optional<String> url();

    /** The same without a slash at its end. */
    default Optional<String> base() {
        return url().map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
    }

    /** The name of the site, which is also its publisher's. */
    Optional<String> title();

    /** What the site is about, in a sentence. */
    Optional<String> description();

    /** The sections whose articles are news. */
    @WithDefault("news")
    List<String> newsSections();
}
