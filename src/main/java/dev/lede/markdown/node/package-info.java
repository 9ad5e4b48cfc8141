/** Ways through the parser's tree of nodes. It may use nothing of ours. */
@NullMarked
package dev.lede.markdown.node;

import org.jspecify.annotations.NullMarked;
