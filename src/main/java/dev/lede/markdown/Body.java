package dev.lede.markdown;

import org.jspecify.annotations.Nullable;

/**
 * What is to be rendered.
 *
 * @param source the body as its author wrote it, without front matter
 * @param language BCP 47; decides where sentences and words end. An unknown one counts as none
 * @param frontMatterSummary the front matter's {@code summary}, in Markdown; blank counts as absent
 * @param excerptSeparator Jekyll's {@code excerpt_separator}, which divides beside {@code <!--more-->}; blank lines count
 */
public record Body(
        String source,
        Markup markup,
        String language,
        @Nullable String frontMatterSummary,
        @Nullable String excerptSeparator,
        LinkTargets targets) {}
