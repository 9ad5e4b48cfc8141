/** What the keys of front matter mean together: dates, terms, pictures, metadata. It may use its sibling packages. */
@NullMarked
package dev.lede.document.meaning;

import org.jspecify.annotations.NullMarked;
