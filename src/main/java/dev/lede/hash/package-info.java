/** The hash by which bytes are told apart. It may use nothing of ours, and everybody may use it. */
@NullMarked
package dev.lede.hash;

import org.jspecify.annotations.NullMarked;
