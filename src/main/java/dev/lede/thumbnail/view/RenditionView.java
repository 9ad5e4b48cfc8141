package dev.lede.thumbnail.view;

/**
 * A picture in one size, ready to be loaded.
 *
 * @param url where, good for ever as long as the picture and the point that is seen in crops stay the same
 * @param width in pixels
 * @param height in pixels
 * @param type media type
 */
public record RenditionView(String url, int width, int height, String type) {}
