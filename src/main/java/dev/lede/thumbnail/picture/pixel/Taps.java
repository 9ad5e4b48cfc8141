package dev.lede.thumbnail.picture.pixel;

/**
 * Which pixels of a line make each pixel of a shorter one, and how much each counts. The weights of a pixel sum to 1;
 * beyond the edges the line is cut off, never invented.
 *
 * @param first the first source pixel of each
 * @param weights from the first on
 */
record Taps(int[] first, float[][] weights) {

    /** For the part of a line of this length that begins at {@code start} and spans {@code span}, made {@code count}. */
    static Taps of(Kernel kernel, int length, double start, double span, int count) {
        var first = new int[count];
        var weights = new float[count][];
        double scale = Math.max(1, span / count);
        for (int i = 0; i < count; i++) {
            double center = start + (i + 0.5) * span / count;
            double reach = kernel.radius() * scale;
            first[i] = clamp((int) Math.floor(center - reach), length);
            int last = clamp((int) Math.ceil(center + reach) - 1, length);
            weights[i] = weights(kernel, first[i] - center, last - first[i] + 1, scale);
        }
        return new Taps(first, weights);
    }

    private static int clamp(int pixel, int length) {
        return Math.max(0, Math.min(length - 1, pixel));
    }

    private static float[] weights(Kernel kernel, double from, int count, double scale) {
        var exact = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            exact[i] = kernel.weight((from + i) / scale, 1 / scale);
            sum += exact[i];
        }
        var weights = new float[count];
        for (int i = 0; i < count; i++) {
            weights[i] = (float) (exact[i] / sum);
        }
        return weights;
    }

    int count() {
        return first.length;
    }

    /** One past the last source pixel of this one. */
    int end(int i) {
        return first[i] + weights[i].length;
    }

    /** How many source pixels the greediest one takes. */
    int widest() {
        int widest = 1;
        for (var each : weights) {
            widest = Math.max(widest, each.length);
        }
        return widest;
    }
}
