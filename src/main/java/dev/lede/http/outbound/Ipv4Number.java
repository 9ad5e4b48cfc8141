package dev.lede.http.outbound;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * IPv4 addresses in all the ways in which browsers and operating systems read them: one to four parts, each decimal,
 * octal or hexadecimal, the last of which fills what is left ({@code 127.1}, {@code 0x7f000001}, {@code 017700000001}).
 * WHATWG URL §3.5.
 */
final class Ipv4Number {

    private Ipv4Number() {}

    /** Whether a host ends in a number, so that it is an IPv4 address or nothing. */
    static boolean isMeant(String host) {
        var last = host.substring(host.lastIndexOf('.') + 1);
        return last.matches("[0-9]+|0[xX][0-9a-fA-F]*");
    }

    /** Its four octets; empty when it is none. */
    static Optional<byte[]> parse(String host) {
        var parts = Arrays.stream(host.split("\\.", -1)).map(Ipv4Number::number).toList();
        if (parts.size() > 4) {
            return Optional.empty();
        }
        var value = BigInteger.ZERO;
        for (int i = 0; i < parts.size(); i++) {
            var octets = i < parts.size() - 1 ? 1 : 4 - i;
            var part = parts.get(i);
            if (part == null || part.bitLength() > 8 * octets) {
                return Optional.empty();
            }
            value = value.shiftLeft(8 * octets).or(part);
        }
        var address = value.intValue();
        return Optional.of(
                new byte[] {(byte) (address >> 24), (byte) (address >> 16), (byte) (address >> 8), (byte) address});
    }

    private static @Nullable BigInteger number(String part) {
        var text = part.toLowerCase(Locale.ROOT);
        if (text.matches("0x[0-9a-f]*")) {
            return new BigInteger("0" + text.substring(2), 16);
        }
        if (text.matches("0[0-7]+")) {
            return new BigInteger(text, 8);
        }
        return text.matches("0|[1-9][0-9]*") ? new BigInteger(text) : null;
    }
}
