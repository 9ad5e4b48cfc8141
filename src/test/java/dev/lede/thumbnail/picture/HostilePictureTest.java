package dev.lede.thumbnail.picture;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the bytes, a picture is read or refused: no other exception gets out. */
class HostilePictureTest {

    private static final int ROUNDS = 150;

    private static final List<RenditionSpec> SPECS = List.of(
            new RenditionSpec(new Size.Width(20), Format.WEBP),
            new RenditionSpec(new Size.Crop(10, 10, new Focus(0, 1)), Format.JPEG));

    private static List<byte[]> samples() {
        var samples = new ArrayList<byte[]>();
        for (var name : List.of(
                "quadrants.jpg",
                "progressive.jpg",
                "cmyk-adobe.jpg",
                "lossy.webp",
                "alpha-lossless.webp",
                "animated.webp",
                "turned.webp",
                "first.gif")) {
            samples.add(Samples.resource(name));
        }
        samples.add(Samples.encoded(Samples.quarters(BufferedImage.TYPE_INT_ARGB), "png"));
        samples.add(Samples.encoded(Samples.quarters(BufferedImage.TYPE_BYTE_INDEXED), "bmp"));
        return samples;
    }

    @Test
    void isReadOrRefused() {
        var random = new Random(7);
        for (var sample : samples()) {
            for (int round = 0; round < ROUNDS; round++) {
                var bytes = mutated(sample, random);
                assertThatCode(() -> attempt(bytes)).doesNotThrowAnyException();
            }
        }
    }

    private static byte[] mutated(byte[] sample, Random random) {
        var bytes = sample.clone();
        int reach = random.nextBoolean() ? Math.min(100, bytes.length) : bytes.length;
        for (int i = random.nextInt(4); i >= 0; i--) {
            // Dimensions stay small, or the test would decode megapixels of nothing.
            bytes[random.nextInt(reach)] = (byte) random.nextInt(64);
        }
        return bytes;
    }

    private static void attempt(byte[] bytes) {
        try {
            Pictures.inspect(bytes);
            Pictures.render(bytes, SPECS, rendition -> {});
        } catch (UnreadablePictureException e) {
            // One of the two answers there are.
        }
    }
}
