/** Keys, roles, and who may do what. It may use http and database. */
@NullMarked
package dev.lede.access;

import org.jspecify.annotations.NullMarked;
