package dev.lede.markdown.text;

import java.util.List;

/**
 * The first whole sentences of a text.
 *
 * @param text on one line; a block that follows another is set off by one space
 * @param truncated whether there are more
 */
public record AutoSummary(String text, boolean truncated) {

    /** A single sentence may be so many times as long as a summary has to be, then it is cut. */
    private static final int PATIENCE = 2;

    /**
     * Takes whole sentences until there are {@code leastUnits}.
     *
     * @param prose blocks of one line; a block's end is a sentence's end
     */
    public static AutoSummary of(List<String> prose, String language, int leastUnits) {
        var taking = new Taking(language, leastUnits);
        for (int index = 0; index < prose.size(); index++) {
            boolean isWhole = taking.takeFrom(prose.get(index));
            if (taking.isEnough()) {
                return new AutoSummary(taking.text.toString(), !isWhole || index + 1 < prose.size());
            }
        }
        return new AutoSummary(taking.text.toString(), false);
    }

    private static final class Taking {

        private final StringBuilder text = new StringBuilder();
        private final String language;
        private final int least;
        private final int most;
        private int units;
        private boolean isCut;

        Taking(String language, int leastUnits) {
            this.language = language;
            this.least = leastUnits;
            this.most = Math.multiplyExact(leastUnits, PATIENCE);
        }

        boolean isEnough() {
            return units >= least || isCut;
        }

        /** Takes sentences of a block; whether all of them. */
        boolean takeFrom(String block) {
            var sentences = new Sentences(block, language);
            int taken = 0;
            for (int end = sentences.next(); end != Sentences.DONE && !isEnough(); end = sentences.next()) {
                taken = takeSentence(block, taken, end);
            }
            if (!text.isEmpty()) {
                text.append(' ');
            }
            text.append(block, 0, taken);
            text.setLength(text.length() - trailingSpace());
            return taken >= block.length();
        }

        private int takeSentence(String block, int start, int end) {
            Units whole = Units.measure(block, start, end, most);
            if (whole.end() >= end) {
                units += whole.units();
                return end;
            }
            isCut = true;
            return Cutting.end(
                    block, start, Units.measure(block, start, end, most - units).end());
        }

        private int trailingSpace() {
            int length = text.length();
            return length > 0 && Script.isSpace(text.charAt(length - 1)) ? 1 : 0;
        }
    }
}
