/** What tests share: the database they run on. */
@NullMarked
package dev.lede.testsupport;

import org.jspecify.annotations.NullMarked;
