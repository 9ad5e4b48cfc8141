package dev.lede.markdown.kramdown;

import org.commonmark.node.CustomBlock;

/** A line that has nothing but an attribute list, which is of the block before it. */
final class AttributeLine extends CustomBlock {

    private final String list;

    AttributeLine(String list) {
        this.list = list;
    }

    String list() {
        return list;
    }
}
