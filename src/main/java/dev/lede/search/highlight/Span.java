package dev.lede.search.highlight;

/** A part of a text, in characters: from its start to before its end. */
record Span(int start, int end) {}
