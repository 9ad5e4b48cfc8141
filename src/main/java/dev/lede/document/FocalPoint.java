package dev.lede.document;

/**
 * What must be seen of a picture however it is cropped.
 *
 * @param x 0 at the left to 1 at the right
 * @param y 0 at the top to 1 at the bottom
 */
public record FocalPoint(double x, double y) {}
