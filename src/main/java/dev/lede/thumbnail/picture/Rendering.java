package dev.lede.thumbnail.picture;

import dev.lede.thumbnail.picture.encode.Encoder;
import dev.lede.thumbnail.picture.pixel.Pixels;
import dev.lede.thumbnail.picture.pixel.Resampling;
import dev.lede.thumbnail.picture.pixel.Srgb;
import dev.lede.thumbnail.picture.pixel.Window;
import dev.lede.thumbnail.picture.source.PictureSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the renditions of one picture, from levels: the first at least twice as large as any rendition, each further one
 * half of the one before. A rendition is scaled from the smallest level that is still twice its size. Not thread-safe.
 */
final class Rendering {

    /** So that what is decoded and the first level fit the memory a worker has together. */
    private static final int MAX_LEVEL_PIXELS = 6_000_000;

    private final Dimensions shown;
    private final List<Pixels> levels = new ArrayList<>();

    private Rendering(Dimensions shown, Pixels first) {
        this.shown = shown;
        levels.add(first);
    }

    /** Decodes the picture once, as large as these renditions need. */
    static Rendering of(PictureSource source, List<RenditionSpec> specs) throws IOException {
        var shown = source.header().shown();
        double scale = 0;
        for (var spec : specs) {
            scale = Math.max(scale, 2 * scale(spec.size(), shown));
        }
        scale = Math.min(Math.min(1, scale), Math.sqrt(MAX_LEVEL_PIXELS / (double) shown.pixels()));
        return new Rendering(shown, upright(source, source.header().stored().times(scale)));
    }

    /** The picture as shown, in sRGB, its sides not turned yet having these dimensions. */
    static Pixels upright(PictureSource source, Dimensions stored) throws IOException {
        var header = source.header();
        // What is decoded is let go here, before anything else is made.
        var pixels = Resampling.area(source.decode(stored), stored.width(), stored.height());
        return header.orientation().upright(Srgb.of(pixels.withoutNeedlessAlpha(), header.profile()));
    }

    Rendition rendition(RenditionSpec spec) throws IOException {
        var size = spec.size().of(shown.width(), shown.height());
        var level = level(2 * scale(spec.size(), shown));
        var scaled = Resampling.sharp(level, window(spec.size(), level), size.width(), size.height());
        return new Rendition(spec, Encoder.encode(scaled, spec.format()), size.width(), size.height());
    }

    /** How much smaller a rendition is than the part of the picture it shows. */
    private static double scale(Size size, Dimensions shown) {
        var result = size.of(shown.width(), shown.height());
        var window = window(size, shown.width(), shown.height());
        return Math.max(result.width() / window.width(), result.height() / window.height());
    }

    private Pixels level(double scale) {
        int i = 0;
        while (fits(i + 1, scale)) {
            if (++i == levels.size()) {
                var larger = levels.get(i - 1);
                levels.add(Resampling.area(larger, half(larger.width()), half(larger.height())));
            }
        }
        return levels.get(i);
    }

    private boolean fits(int level, double scale) {
        var first = levels.get(0);
        return first.width() / (double) (1 << level) >= shown.width() * scale
                && first.height() / (double) (1 << level) >= shown.height() * scale;
    }

    private static int half(int side) {
        return Math.max(1, side / 2);
    }

    private static Window window(Size size, Pixels level) {
        return window(size, level.width(), level.height());
    }

    private static Window window(Size size, int width, int height) {
        if (!(size instanceof Size.Crop crop)) {
            return new Window(0, 0, width, height);
        }
        double scale = Math.min((double) width / crop.width(), (double) height / crop.height());
        double across = crop.width() * scale;
        double down = crop.height() * scale;
        return new Window(
                placed(crop.focus().x() * width, across, width),
                placed(crop.focus().y() * height, down, height),
                across,
                down);
    }

    private static double placed(double focus, double length, double side) {
        return Math.max(0, Math.min(side - length, focus - length / 2));
    }
}
