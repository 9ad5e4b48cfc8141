package dev.lede.thumbnail.picture;

/**
 * A rendition that is made. The bytes are not copied: who receives them owns them.
 *
 * @param spec what was asked for
 * @param bytes the file, without metadata, in sRGB
 * @param width in pixels, which a small source makes less than asked for
 * @param height in pixels
 */
public record Rendition(RenditionSpec spec, byte[] bytes, int width, int height) {}
