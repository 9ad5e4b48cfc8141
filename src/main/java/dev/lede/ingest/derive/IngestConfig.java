package dev.lede.ingest.derive;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How documents are read and rendered. */
@ConfigMapping(prefix = "lede")
public interface IngestConfig {

    /** What is known of a language, by its BCP 47 tag. */
    Map<String, LanguageSettings> languages();

    /** Folders right below the content root that stand for a language whatever the document says. */
    Optional<List<String>> languageFolders();

    /** A folder whose documents and assets are imported at the start, and again whenever they change. */
    Optional<Path> contentDir();

    /** Where uploads are kept until they are dealt with; the system's folder for temporary files unless it is said. */
    Optional<Path> spoolDir();

    /** The leading folder of paths that is no part of any url. */
    @WithDefault("content")
    String contentRoot();

    /** Whether {@code YYYY-MM-DD-name} gives a document its date when no key does. */
    @WithDefault("true")
    boolean datesFromFileNames();

    Limits limits();

    TermSettings terms();

    SummarySettings summary();

    ThumbnailSettings thumbnail();

    HtmlSettings html();

    /** A language's own settings. */
    interface LanguageSettings {
        /** The zone of dates without one in documents of this language. */
        Optional<ZoneId> timeZone();
    }

    /** What is too large to be taken. */
    interface Limits {
        /** A document. */
        @WithDefault("5M")
        MemorySize document();

        /** A picture or another file. */
        @WithDefault("25M")
        MemorySize asset();

        /** An upload of many files, as it comes and unpacked. */
        @WithDefault("1G")
        MemorySize archive();

        /** How many files, folders and links an upload may have. */
        @WithDefault("200000")
        int entries();

        /** How many times larger an upload may become when it is unpacked. */
        @WithDefault("200")
        int compressionRatio();
    }

    /** How a text where a list of terms is expected is read. */
    interface TermSettings {
        /** {@code none}: it is one term. {@code comma}: it is split there. */
        @WithDefault("none")
        Split split();

        /** Where to split. */
        enum Split {
            NONE,
            COMMA
        }
    }

    /** Where summaries come from and how long automatic ones are. */
    interface SummarySettings {
        /** The front-matter keys, first come, first served. */
        @WithDefault("summary,excerpt")
        List<String> keys();

        /** At least so many: a Han, Kana or Hangul character is 1, any other word 2. */
        @WithDefault("140")
        int units();
    }

    /** Where thumbnails come from. */
    interface ThumbnailSettings {
        /** The front-matter keys, first come, first served. */
        @WithDefault(
                "thumbnail,featured_image,featuredImage,image,cover,images,header.teaser,banner,hero,og_image,cover-img,thumbnail-img")
        List<String> keys();

        /** Whether the first picture of the body serves when no key names one. */
        @WithName("from-body")
        @WithDefault("true")
        boolean fromBody();
    }

    /** What rendered HTML may hold beyond text and pictures. */
    interface HtmlSettings {
        /** Hosts that may be shown in an {@code iframe}. */
        Optional<Set<String>> iframeHosts();
    }
}
