package dev.lede.markdown.definition;

import org.commonmark.node.CustomBlock;

/** Terms and definitions, in the order written. */
final class DefinitionList extends CustomBlock {}
