package dev.lede.cli.console;

/** Text from elsewhere as a terminal may have it. */
public final class Printable {

    private Printable() {}

    /** The same without control characters, which a terminal would obey; each becomes {@code U+FFFD}. */
    public static String of(String text) {
        return text.codePoints().noneMatch(Printable::isObeyed)
                ? text
                : text.codePoints()
                        .map(c -> isObeyed(c) ? 0xFFFD : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean isObeyed(int c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE;
    }
}
