package dev.lede.thumbnail;

import dev.lede.hash.Sha256;
import dev.lede.thumbnail.picture.Focus;
import java.nio.charset.StandardCharsets;

/** What stands behind {@code ?v=} in addresses of renditions: it changes when what they show changes. */
public final class PictureTag {

    /** Counts the changes of the code that make other pixels out of the same picture. */
    private static final int RENDERING = 1;

    private static final int LENGTH = 16;

    private PictureTag() {}

    /** @param hash of the picture's bytes, in hex */
    public static String of(String hash, Focus focus) {
        var all = RENDERING + " " + hash + " " + focus.x() + " " + focus.y();
        return Sha256.hex(Sha256.of(all.getBytes(StandardCharsets.UTF_8))).substring(0, LENGTH);
    }
}
