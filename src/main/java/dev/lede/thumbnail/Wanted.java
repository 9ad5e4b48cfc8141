package dev.lede.thumbnail;

import java.util.UUID;

/** An article with the pictures that it may show. */
public record Wanted(UUID article, ThumbnailChoice choice) {}
