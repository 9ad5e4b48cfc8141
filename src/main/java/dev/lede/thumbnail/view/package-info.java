/** Articles' pictures as clients see them. It may use nothing of ours. */
@NullMarked
package dev.lede.thumbnail.view;

import org.jspecify.annotations.NullMarked;
