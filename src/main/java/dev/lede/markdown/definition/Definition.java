package dev.lede.markdown.definition;

import org.commonmark.node.CustomBlock;

/** What a term means; its children are blocks, or the inlines of its only paragraph. */
final class Definition extends CustomBlock {

    private final boolean isTight;

    /** @param isTight whether no blank line stands before it */
    Definition(boolean isTight) {
        this.isTight = isTight;
    }

    boolean isTight() {
        return isTight;
    }
}
