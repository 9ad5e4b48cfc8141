package dev.lede.document.frontmatter;

import java.math.BigInteger;

/** Numbers as small as they go. */
final class Numbers {
    private Numbers() {}

    static Object narrow(BigInteger number) {
        return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
    }

    /** The number, or its text when it is none that JSON could carry. */
    static Object finite(double number, String written) {
        return Double.isFinite(number) ? (Object) number : written;
    }
}
