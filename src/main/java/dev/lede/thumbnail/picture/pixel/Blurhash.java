package dev.lede.thumbnail.picture.pixel;

/**
 * The blurhash of a picture: a few cosine waves in linear light, in base 83. By the published description of the
 * algorithm, github.com/woltapp/blurhash, Algorithm.md.
 */
public final class Blurhash {

    private static final String DIGITS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~";

    private static final float[] LINEAR = new float[256];

    static {
        for (int i = 0; i < LINEAR.length; i++) {
            double value = i / 255.0;
            LINEAR[i] = (float) (value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4));
        }
    }

    private Blurhash() {}

    /**
     * The hash of RGB pixels.
     *
     * @param across waves from left to right, 1 to 9
     * @param down waves from top to bottom, 1 to 9
     */
    public static String of(Pixels picture, int across, int down) {
        var factors = new double[across * down][];
        double greatest = 0;
        for (int i = 0; i < factors.length; i++) {
            factors[i] = factor(picture, i % across, i / across);
            for (int channel = 0; i > 0 && channel < 3; channel++) {
                greatest = Math.max(greatest, Math.abs(factors[i][channel]));
            }
        }
        int quantised = (int) Math.max(0, Math.min(82, Math.floor(greatest * 166 - 0.5)));
        double maximum = factors.length > 1 ? (quantised + 1) / 166.0 : 1;
        var hash = new StringBuilder();
        digits(hash, across - 1 + (down - 1) * 9, 1);
        digits(hash, factors.length > 1 ? quantised : 0, 1);
        digits(hash, mean(factors[0]), 4);
        for (int i = 1; i < factors.length; i++) {
            digits(hash, wave(factors[i], maximum), 2);
        }
        return hash.toString();
    }

    private static double[] factor(Pixels picture, int waveX, int waveY) {
        var sum = new double[3];
        for (int y = 0, at = 0; y < picture.height(); y++) {
            double vertical = Math.cos(Math.PI * waveY * y / picture.height());
            for (int x = 0; x < picture.width(); x++, at += 3) {
                double basis = vertical * Math.cos(Math.PI * waveX * x / picture.width());
                for (int channel = 0; channel < 3; channel++) {
                    sum[channel] += basis * LINEAR[picture.bytes()[at + channel] & 0xff];
                }
            }
        }
        double scale = (waveX == 0 && waveY == 0 ? 1.0 : 2.0) / (picture.width() * (double) picture.height());
        return new double[] {sum[0] * scale, sum[1] * scale, sum[2] * scale};
    }

    private static int mean(double[] factor) {
        return srgb(factor[0]) << 16 | srgb(factor[1]) << 8 | srgb(factor[2]);
    }

    private static int srgb(double linear) {
        double value = Math.max(0, Math.min(1, linear));
        double curved = value <= 0.0031308 ? value * 12.92 : 1.055 * Math.pow(value, 1 / 2.4) - 0.055;
        return (int) (curved * 255 + 0.5);
    }

    private static int wave(double[] factor, double maximum) {
        int value = 0;
        for (double channel : factor) {
            double root = Math.copySign(Math.sqrt(Math.abs(channel / maximum)), channel);
            value = value * 19 + (int) Math.max(0, Math.min(18, Math.floor(root * 9 + 9.5)));
        }
        return value;
    }

    private static void digits(StringBuilder hash, int value, int count) {
        int rest = value;
        var digits = new char[count];
        for (int i = count - 1; i >= 0; i--) {
            digits[i] = DIGITS.charAt(rest % 83);
            rest /= 83;
        }
        hash.append(digits);
    }
}
