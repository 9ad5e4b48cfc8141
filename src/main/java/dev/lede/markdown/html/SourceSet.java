package dev.lede.markdown.html;

import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The candidates of a {@code srcset}, each with its address checked and resolved. */
final class SourceSet {

    /** HTML Standard, "parse a srcset attribute": an address up to white space, then descriptors up to a comma. */
    private static final Pattern CANDIDATE = Pattern.compile("[\\s,]*+(\\S++)([^,]*+)");

    private static final Pattern DESCRIPTOR = Pattern.compile("\\s*+[0-9.]++[wxh]\\s*+");

    private SourceSet() {}

    /** The candidates that may stay; empty when none may. */
    static String of(String written, Addresses addresses) {
        var kept = new StringJoiner(", ");
        Matcher candidate = CANDIDATE.matcher(written);
        while (candidate.find()) {
            String address = candidate.group(1);
            String descriptor = candidate.group(2);
            if (address.endsWith(",")) {
                // The comma ends this candidate; what was taken for its descriptors is the next one.
                address = withoutCommas(address);
                descriptor = "";
                candidate.region(candidate.end(1), written.length());
            }
            add(kept, addresses.picture(address), descriptor);
        }
        return kept.toString();
    }

    private static void add(StringJoiner kept, String address, String descriptor) {
        boolean readable = address.chars().noneMatch(Character::isWhitespace) && !address.endsWith(",");
        if (!address.isEmpty() && readable) {
            boolean isKnown = DESCRIPTOR.matcher(descriptor).matches();
            kept.add(isKnown ? address + " " + descriptor.strip() : address);
        }
    }

    private static String withoutCommas(String address) {
        int end = address.length();
        while (end > 0 && address.charAt(end - 1) == ',') {
            end--;
        }
        return address.substring(0, end);
    }
}
