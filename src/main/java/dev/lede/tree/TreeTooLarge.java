package dev.lede.tree;

import java.io.IOException;

/** A folder holds more than any content tree does: probably it is the wrong one. */
public final class TreeTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    TreeTooLarge(String message) {
        super(message);
    }
}
