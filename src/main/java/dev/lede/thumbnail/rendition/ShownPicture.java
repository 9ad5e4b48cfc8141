package dev.lede.thumbnail.rendition;

import dev.lede.thumbnail.picture.Focus;

/**
 * The picture of an article, ready to be brought into other sizes.
 *
 * @param id of the picture, in hex
 * @param hash of its bytes, in hex
 * @param type media type of its bytes
 * @param focus what must be seen of it in a crop
 */
public record ShownPicture(String id, String hash, String type, Focus focus) {}
