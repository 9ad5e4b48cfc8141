package dev.lede.markdown;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a body gives.
 *
 * @param html safe to show: no script, no style, no address but those of a short list of schemes
 * @param text plain text, one line a block ({@code \n}); lines of code, rows of tables and hard line breaks are lines too
 * @param prose the beginning of what automatic summaries are made from: paragraphs, list items and quotations, each on one
 *     line ({@code \n}). At least {@value #PROSE_CLUSTERS} grapheme clusters, else all there is; never more than
 *     {@value #PROSE_CHARACTERS} characters, though clusters may be longer than that
 * @param contents headings 2 to 4
 * @param firstHeading plain text of the first heading of level 1
 * @param wordCount a Han or Kana character is a word, everything else is separated by white space
 * @param readingTime minutes, rounded up; 0 without words
 */
public record RenderedBody(
        String html,
        String text,
        String prose,
        List<Heading> contents,
        @Nullable String firstHeading,
        @Nullable BodyPicture firstPicture,
        Summary summary,
        int wordCount,
        int readingTime) {

    /** A tenth more than the longest summary there can be, so that a cut knows what follows it. */
    static final int PROSE_CLUSTERS = 1_100;

    static final int PROSE_CHARACTERS = 16 * PROSE_CLUSTERS;
}
