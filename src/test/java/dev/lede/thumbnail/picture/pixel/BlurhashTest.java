package dev.lede.thumbnail.picture.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

/**
 * The expected values are those of the package {@code blurhash} 2.0.5 of npm, by the algorithm's authors, for pictures whose
 * strongest wave is positive: that package takes the greatest wave, where those in C and Swift, as we, take the strongest.
 */
class BlurhashTest {

    private static Pixels drawn(int width, int height, IntBinaryOperator rgb) {
        var pixels = Pixels.blank(Model.RGB, width, height);
        for (int i = 0; i < width * height; i++) {
            int color = rgb.applyAsInt(i % width, i / width);
            pixels.bytes()[3 * i] = (byte) (color >> 16);
            pixels.bytes()[3 * i + 1] = (byte) (color >> 8);
            pixels.bytes()[3 * i + 2] = (byte) color;
        }
        return pixels;
    }

    @Test
    void isThatOfTheReference() {
        assertThat(Blurhash.of(drawn(32, 24, (x, y) -> (255 - x * 8) << 16 | (255 - y * 10) << 8 | x * y % 256), 4, 3))
                .isEqualTo("L;Hx}]|=$1xCq2objvkCgYflfTfi");
        assertThat(Blurhash.of(drawn(20, 30, (x, y) -> (255 - x * 12) << 16 | (y * 8) << 8 | (x ^ y) * 8), 3, 4))
                .isEqualTo("T?Ig+i|^$4m9nfjwgHfmfRnno2jp");
    }

    @Test
    void isThatOfTheReferenceForOneColorAndForOneWave() {
        assertThat(Blurhash.of(drawn(16, 16, (x, y) -> 0x0ac85a), 4, 3)).isEqualTo("LB1Jl;l%fQl%l%f*fQf*fQfQfQfQ");
        IntBinaryOperator noise = (x, y) -> x * y * 37 % 256 << 16 | x * 91 % 256 << 8 | y * 53 % 256;
        assertThat(Blurhash.of(drawn(9, 7, noise), 1, 1)).isEqualTo("00EfyM");
    }

    @Test
    void isHigherThanWideForSuchPictures() {
        assertThat(Summary.of(drawn(8, 6, (x, y) -> 0)).blurhash())
                .startsWith("L")
                .hasSize(28);
        assertThat(Summary.of(drawn(6, 8, (x, y) -> 0)).blurhash())
                .startsWith("T")
                .hasSize(28);
        assertThat(Summary.of(drawn(6, 8, (x, y) -> 0xfe8001)).color()).isEqualTo("#fe8001");
    }
}
