package dev.lede.document;

import dev.lede.document.frontmatter.Findings;
import dev.lede.document.frontmatter.FrontMatter;
import dev.lede.document.meaning.DateChains;
import dev.lede.document.meaning.Drafts;
import dev.lede.document.meaning.Fields;
import dev.lede.document.meaning.Heads;
import dev.lede.document.meaning.KnownKeys;
import dev.lede.document.meaning.Pictures;
import dev.lede.document.meaning.Places;
import dev.lede.document.meaning.Terms;
import dev.lede.document.place.PathParts;
import dev.lede.document.place.Placement;
import dev.lede.document.value.DateValue;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the bytes of a file as a document. Immutable and thread-safe; linear in the bytes. */
public final class DocumentReader {
    private final DocumentSettings settings;
    private final Clock clock;
    private final Map<String, ZoneId> languageTimeZones = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /** A reader for one site; the clock only serves to warn of dates that lie just ahead. */
    public DocumentReader(DocumentSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.languageTimeZones.putAll(settings.languageTimeZones());
    }

    /** Reads a document. Bad input is never an exception: it is an error among the findings. */
    public Reading read(DocumentPath path, byte[] bytes) {
        Findings findings = new Findings();
        FrontMatter frontMatter = FrontMatter.parse(bytes, findings);
        Document document = frontMatter == null ? null : document(path, frontMatter, findings);
        return new Reading(findings.failed() ? Optional.empty() : Optional.ofNullable(document), findings.all());
    }

    private Document document(DocumentPath path, FrontMatter frontMatter, Findings findings) {
        Document.Markup markup = markup(path);
        if (markup == Document.Markup.HTML && !frontMatter.present()) {
            findings.add(Finding.error("an HTML file without front matter is an asset, not a document"));
        }
        Fields fields = new Fields(frontMatter.root(), findings);
        Placement placement = Places.placement(path, fields, settings);
        // In Jekyll a date in a name is never part of the slug; in Hugo only when no key gives the date.
        boolean dated = placement.parts().jekyll() || (settings.datesFromFileNames() && !DateChains.isWritten(fields));
        String key = fields.text("translationKey");
        return new Document(
                path,
                frontMatter.body(),
                frontMatter.bodyOffset(),
                frontMatter.bodyLine(),
                markup,
                Places.place(placement, fields, dated, settings),
                placement.language(),
                key == null ? placement.translationKey() : key,
                dates(fields, placement, dated),
                Drafts.of(fields) || placement.parts().draft(),
                Heads.of(fields, settings),
                Terms.of(fields, placement.parts(), settings),
                Pictures.of(fields, settings.thumbnailKeys()),
                KnownKeys.params(
                        fields, settings.taxonomies(), placement.parts().jekyll()));
    }

    // No folder of Hugo's content begins with "_"; those of Jekyll's collections do.
    private static Document.Markup markup(DocumentPath path) {
        if (path.extension().startsWith("htm")) {
            return Document.Markup.HTML;
        }
        boolean isJekylls = ("/" + path.value()).lastIndexOf("/_", path.value().lastIndexOf('/')) >= 0;
        return isJekylls ? Document.Markup.KRAMDOWN : Document.Markup.MARKDOWN;
    }

    private Dates dates(Fields fields, Placement placement, boolean dated) {
        ZoneId zone = Objects.requireNonNullElse(languageTimeZones.get(placement.language()), settings.timeZone());
        PathParts parts = placement.parts();
        DateValue dates = new DateValue(zone, clock.instant(), parts.jekyll());
        @Nullable
        OffsetDateTime fromName =
                dated ? parts.dated().map(name -> dates.at(name.time())).orElse(null) : null;
        return DateChains.of(fields, dates, fromName);
    }
}
