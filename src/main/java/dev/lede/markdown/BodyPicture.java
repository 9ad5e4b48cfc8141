package dev.lede.markdown;

/** A picture of the body, {@code src} and {@code alt} (empty when there is none) as they are written. */
public record BodyPicture(String src, String alt) {}
