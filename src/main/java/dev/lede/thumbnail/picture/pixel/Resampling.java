package dev.lede.thumbnail.picture.pixel;

import java.util.Arrays;

/**
 * Scales a picture down, across and then down its columns, holding only as many rows as one row of the result needs.
 * Done in the values as stored, not in linear light, as other thumbnailers do by default.
 */
public final class Resampling {

    private final Rows source;
    private final Taps across;
    private final Taps down;
    private final int channels;
    private final float[] row;
    private final float[][] ring;

    private Resampling(Rows source, Taps across, Taps down) {
        this.source = source;
        this.across = across;
        this.down = down;
        this.channels = source.model().channels();
        this.row = new float[source.width() * channels];
        this.ring = new float[down.widest()][across.count() * channels];
    }

    /** All of the picture, by the mean of what each pixel covers. */
    public static Pixels area(Rows source, int width, int height) {
        return scaled(source, Window.all(source), width, height, Kernel.AREA);
    }

    /** This part of the picture, sharp; the source is at best twice as large as the result. */
    public static Pixels sharp(Rows source, Window window, int width, int height) {
        return scaled(source, window, width, height, Kernel.LANCZOS);
    }

    // Five parameters: the four of its callers, and which of them it is.
    private static Pixels scaled(Rows source, Window window, int width, int height, Kernel kernel) {
        var across = Taps.of(kernel, source.width(), window.x(), window.width(), width);
        var down = Taps.of(kernel, source.height(), window.y(), window.height(), height);
        return new Resampling(source, across, down).pixels();
    }

    private Pixels pixels() {
        var result = Pixels.blank(source.model(), across.count(), down.count());
        var sum = new float[across.count() * channels];
        int read = 0;
        for (int y = 0; y < down.count(); y++) {
            // What lies above the window is never read.
            for (read = Math.max(read, down.first()[y]); read < down.end(y); read++) {
                source.read(read, row);
                narrow(ring[read % ring.length]);
            }
            sumUp(y, sum);
            result.write(y, sum);
        }
        return result;
    }

    private void narrow(float[] into) {
        for (int x = 0; x < across.count(); x++) {
            int from = across.first()[x] * channels;
            var weights = across.weights()[x];
            if (channels == 3) {
                narrow3(into, x * 3, from, weights);
            } else {
                narrow4(into, x * 4, from, weights);
            }
        }
    }

    private void narrow3(float[] into, int to, int from, float[] weights) {
        float first = 0;
        float second = 0;
        float third = 0;
        int at = from;
        for (float weight : weights) {
            first += row[at] * weight;
            second += row[at + 1] * weight;
            third += row[at + 2] * weight;
            at += 3;
        }
        into[to] = first;
        into[to + 1] = second;
        into[to + 2] = third;
    }

    private void narrow4(float[] into, int to, int from, float[] weights) {
        float first = 0;
        float second = 0;
        float third = 0;
        float fourth = 0;
        int at = from;
        for (float weight : weights) {
            first += row[at] * weight;
            second += row[at + 1] * weight;
            third += row[at + 2] * weight;
            fourth += row[at + 3] * weight;
            at += 4;
        }
        into[to] = first;
        into[to + 1] = second;
        into[to + 2] = third;
        into[to + 3] = fourth;
    }

    private void sumUp(int y, float[] sum) {
        var weights = down.weights()[y];
        Arrays.fill(sum, 0);
        for (int i = 0; i < weights.length; i++) {
            var line = ring[(down.first()[y] + i) % ring.length];
            float weight = weights[i];
            for (int x = 0; x < sum.length; x++) {
                sum[x] += line[x] * weight;
            }
        }
    }
}
