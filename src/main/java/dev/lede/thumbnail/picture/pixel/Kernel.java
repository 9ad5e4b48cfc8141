package dev.lede.thumbnail.picture.pixel;

/** How much a pixel counts by its distance, in pixels of the result. */
public enum Kernel {
    /** The mean of what a pixel covers: cheap, and right for a first step that leaves more pixels than are wanted. */
    AREA(0.5),
    /** Three lobes of a windowed sinc: sharp, for the last step. */
    LANCZOS(3);

    private final double radius;

    Kernel(double radius) {
        this.radius = radius;
    }

    double radius() {
        return radius;
    }

    /**
     * The weight of the source pixel that covers {@code from} to {@code from + step}, distances from the centre of the
     * wanted one.
     */
    double weight(double from, double step) {
        return switch (this) {
            case AREA -> Math.max(0, Math.min(0.5, from + step) - Math.max(-0.5, from));
            case LANCZOS -> lanczos(from + step / 2);
        };
    }

    private static double lanczos(double x) {
        if (Math.abs(x) >= 3) {
            return 0;
        }
        return sinc(x) * sinc(x / 3);
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }
}
