package dev.lede.markdown;

/**
 * A summary in plain text, on one line.
 *
 * @param truncated whether the body has something that the summary leaves out; never so for the front matter's
 */
public record Summary(String text, SummarySource source, boolean truncated) {}
