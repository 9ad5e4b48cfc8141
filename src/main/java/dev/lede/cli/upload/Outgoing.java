package dev.lede.cli.upload;

import dev.lede.tree.TreeFile;

/**
 * A file on its way.
 *
 * @param path where Lede is to have it
 */
public record Outgoing(String path, TreeFile file) {

    /** What it adds to an archive at most: its bytes, rounded up to blocks, and headers for a long name. */
    long weight() {
        return file.size() + 4 * 512;
    }
}
