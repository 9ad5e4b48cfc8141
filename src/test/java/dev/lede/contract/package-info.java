/** That the application and {@code openapi.yaml} say the same. */
@NullMarked
package dev.lede.contract;

import org.jspecify.annotations.NullMarked;
