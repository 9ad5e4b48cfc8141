package dev.lede.markdown.text;

/** A block of plain text; it may have several lines. Never blank. */
public record TextBlock(BlockKind kind, String text) {}
