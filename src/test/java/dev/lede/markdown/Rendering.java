package dev.lede.markdown;

import org.jspecify.annotations.Nullable;

/** Bodies as tests write them. */
final class Rendering {

    private static final BodyRenderer RENDERER = new BodyRenderer(RenderSettings.DEFAULT);

    private Rendering() {}

    static RenderedBody markdown(String source) {
        return markdown(source, "en");
    }

    static RenderedBody markdown(String source, String language) {
        return RENDERER.render(new Body(source, Markup.MARKDOWN, language, null, null, LinkTargets.AS_WRITTEN));
    }

    static RenderedBody kramdown(String source) {
        return RENDERER.render(new Body(source, Markup.KRAMDOWN, "en", null, null, LinkTargets.AS_WRITTEN));
    }

    static RenderedBody html(String source) {
        return RENDERER.render(new Body(source, Markup.HTML, "en", null, null, LinkTargets.AS_WRITTEN));
    }

    static Summary summary(String source, @Nullable String frontMatter, @Nullable String separator) {
        return RENDERER.render(new Body(source, Markup.MARKDOWN, "en", frontMatter, separator, LinkTargets.AS_WRITTEN))
                .summary();
    }
}
