package dev.lede.thumbnail.picture.decode;

import dev.lede.thumbnail.picture.Dimensions;

/**
 * Where a frame lies on its canvas, which holds it wholly.
 *
 * @param x pixels from the left edge
 * @param y pixels from the top edge
 */
public record Placement(Dimensions canvas, Dimensions frame, int x, int y) {}
