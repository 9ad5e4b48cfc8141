/**
 * What is published, told to feed readers, search engines and language models. It may use article, taxonomy, thumbnail,
 * access, http and database.
 */
@NullMarked
package dev.lede.feed;

import org.jspecify.annotations.NullMarked;
