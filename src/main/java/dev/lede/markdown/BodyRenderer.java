package dev.lede.markdown;

import dev.lede.markdown.commonmark.Dividers;
import dev.lede.markdown.commonmark.MarkdownHtml;
import dev.lede.markdown.html.SafeHtml;
import dev.lede.markdown.html.SafePage;
import dev.lede.markdown.html.SafePage.Section;
import dev.lede.markdown.html.Targets;
import dev.lede.markdown.tag.Tagged;
import dev.lede.markdown.text.AutoSummary;
import dev.lede.markdown.text.Beginning;
import dev.lede.markdown.text.Counts;
import dev.lede.markdown.text.TextBlock;
import dev.lede.markdown.text.Whitespace;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns bodies into what readers get. Works on any text, in linear time, without recursion over the document; memory is
 * a small multiple of the body's. Immutable and thread-safe; make one and keep it.
 */
public final class BodyRenderer {

    private final RenderSettings settings;
    private final MarkdownHtml markdown = new MarkdownHtml();
    private final Dividers dividers = new Dividers();
    private final SafeHtml safeHtml;

    public BodyRenderer(RenderSettings settings) {
        this.settings = settings;
        this.safeHtml = new SafeHtml(settings.iframeHosts());
    }

    /** Renders a body; never refuses one. */
    public RenderedBody render(Body body) {
        var targets = new Targets(body.targets()::link, body.targets()::picture, body.targets()::reference);
        SafePage page = safeHtml.of(html(body), targets);
        String text = page.blocks().stream().map(TextBlock::text).collect(Collectors.joining("\n"));
        List<String> prose = TextBlock.prose(page.blocks());
        Counts counts = Counts.of(text);
        var picture = page.firstPicture();
        return new RenderedBody(
                page.html(),
                text,
                Beginning.ofLines(prose, RenderedBody.PROSE_CLUSTERS, RenderedBody.PROSE_CHARACTERS),
                Heading.tree(page.sections()),
                firstHeading(page.sections()),
                picture == null ? null : new BodyPicture(picture.src(), picture.alt()),
                summary(body, page.head(), prose),
                counts.words(),
                counts.readingTime());
    }

    private Tagged html(Body body) {
        String source = source(body);
        return switch (body.markup()) {
            case MARKDOWN -> markdown.of(source);
            case KRAMDOWN -> markdown.ofKramdown(source);
            case HTML -> {
                Tagged tagged = Tagged.of(source);
                yield tagged.with(tagged.tags().withCodeBlocks(tagged.text()));
            }
        };
    }

    /** What changes a source before it is read as Markdown or HTML happens here, and nowhere else. */
    private String source(Body body) {
        // PostgreSQL's text cannot hold NUL; CommonMark and HTML both read it as the replacement character.
        String source = body.source().replace('\0', '\uFFFD');
        String separator = Objects.requireNonNullElse(body.excerptSeparator(), "");
        return body.markup() == Markup.HTML
                ? dividers.inHtml(source, separator)
                : dividers.inMarkdown(source, separator);
    }

    private Summary summary(Body body, SafePage.@Nullable Head head, List<String> prose) {
        if (head != null) {
            return new Summary(head.text(), SummarySource.DIVIDER, !head.isAll());
        }
        String written = body.frontMatterSummary();
        if (written != null && !written.isBlank()) {
            return new Summary(plainText(written), SummarySource.FRONT_MATTER, false);
        }
        AutoSummary summary = AutoSummary.of(prose, body.language(), settings.summaryUnits());
        return new Summary(summary.text(), SummarySource.AUTO, summary.truncated());
    }

    private String plainText(String summary) {
        return safeHtml.of(markdown.ofSummary(summary), Targets.AS_WRITTEN).blocks().stream()
                .map(block -> Whitespace.fold(block.text()))
                .collect(Collectors.joining(" "));
    }

    private static @Nullable String firstHeading(List<Section> sections) {
        return sections.stream()
                .filter(section -> section.level() == 1)
                .map(Section::title)
                .findFirst()
                .orElse(null);
    }
}
