package dev.lede.thumbnail.picture;

/** What rendition is asked for. */
public record RenditionSpec(Size size, Format format) {}
