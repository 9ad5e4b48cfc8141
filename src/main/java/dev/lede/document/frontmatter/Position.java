package dev.lede.document.frontmatter;

/** A place in the file, line and column counted from 1. */
public record Position(int line, int column) {}
