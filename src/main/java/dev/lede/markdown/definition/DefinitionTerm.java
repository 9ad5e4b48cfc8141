package dev.lede.markdown.definition;

import org.commonmark.node.CustomBlock;

/** One line that names what the definitions after it define; its children are inlines. */
final class DefinitionTerm extends CustomBlock {}
