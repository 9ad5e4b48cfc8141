package dev.lede.thumbnail.picture;

import static dev.lede.thumbnail.picture.Samples.HEIGHT;
import static dev.lede.thumbnail.picture.Samples.QUARTERS;
import static dev.lede.thumbnail.picture.Samples.WIDTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The four quarters as ImageMagick, libvips and libwebp write them. */
class ForeignPicturesTest {

    private static final int LOSS = 5;

    private static BufferedImage shown(String name) {
        return Samples.rendered(Samples.resource(name), new Size.Width(WIDTH));
    }

    private static Color quarter(BufferedImage image, int number) {
        int x = image.getWidth() * (1 + 2 * (number % 2)) / 4;
        int y = image.getHeight() * (1 + 2 * (number / 2)) / 4;
        return new Color(image.getRGB(x, y), true);
    }

    private static void assertNear(Color color, Color wanted, int alpha) {
        assertThat(color.getRed()).isCloseTo(wanted.getRed(), within(LOSS));
        assertThat(color.getGreen()).isCloseTo(wanted.getGreen(), within(LOSS));
        assertThat(color.getBlue()).isCloseTo(wanted.getBlue(), within(LOSS));
        assertThat(color.getAlpha()).isCloseTo(alpha, within(1));
    }

    @ParameterizedTest
    @CsvSource({
        "adobe-rgb.jpg,255",
        "display-p3.jpg,255",
        "display-p3.png,255",
        "rgba16.png,128",
        "interlaced.gif,255",
        "animated.gif,255",
        "animated-lossy.webp,255",
        "rle.bmp,255",
        "sub-411.jpg,255",
    })
    void haveTheirColors(String name, int alpha) {
        var image = shown(name);
        assertThat(image.getWidth()).isEqualTo(WIDTH);
        assertThat(image.getHeight()).isEqualTo(HEIGHT);
        for (int i = 0; i < 4; i++) {
            assertNear(quarter(image, i), QUARTERS.get(i), alpha);
        }
    }

    @Test
    void withInkHaveTheColorsOfTheirProfile() {
        // As LittleCMS converts them by the same profile, whose gamut is small.
        var wanted = List.of(
                new Color(194, 96, 53), new Color(87, 160, 73), new Color(95, 83, 200), new Color(230, 211, 75));
        var image = shown("cmyk-profile.jpg");
        for (int i = 0; i < 4; i++) {
            assertNear(quarter(image, i), wanted.get(i), 255);
        }
    }

    @Test
    void withInkAndNoProfileAreNotInverted() {
        var image = shown("cmyk-bare.jpg");
        assertThat(quarter(image, 0).getRed()).isGreaterThan(quarter(image, 0).getGreen() + 50);
        assertThat(quarter(image, 1).getGreen()).isGreaterThan(quarter(image, 1).getBlue() + 50);
        assertThat(quarter(image, 2).getBlue()).isGreaterThan(quarter(image, 2).getRed() + 50);
        assertThat(quarter(image, 3).getRed()).isGreaterThan(150);
    }

    @Test
    void ofPalettesAreTransparentWhereTheySay() {
        var image = shown("palette-trns.png");
        assertThat(quarter(image, 0).getAlpha()).isZero();
        assertNear(quarter(image, 1), QUARTERS.get(1), 255);
        assertNear(quarter(image, 3), QUARTERS.get(3), 255);
    }

    @Test
    void inGreyWithAlphaHaveBoth() {
        var image = shown("grey-alpha.png");
        assertNear(quarter(image, 0), new Color(66, 66, 66), 128);
        assertNear(quarter(image, 3), new Color(202, 202, 202), 128);
    }

    @ParameterizedTest
    @ValueSource(strings = {"animated.gif", "display-p3.png", "adobe-rgb.jpg", "rle.bmp"})
    void thatAreSomethingElseAsWellComeOutAsPicturesAlone(String name) {
        var both = Samples.joined(Samples.resource(name), Samples.ascii("*/=1;alert(1)//PK\3\4"));
        for (var format : Format.values()) {
            var bytes = Samples.rendition(both, new Size.Width(WIDTH), format).bytes();
            assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("alert");
        }
    }

    @Test
    void inStripsAreScaledAsFarAsTheyCanBe() {
        var row = new byte[4 * 50_000];
        var strip = Samples.png(1, 50_000, new byte[] {8, 2, 0, 0, 0}, Samples.chunk("IDAT", Samples.deflated(row)));
        var rendition = Samples.rendition(strip, new Size.Width(160), Format.WEBP);
        assertThat(rendition.width()).isEqualTo(1);
        assertThat(rendition.height()).isEqualTo(Size.MAX_SIDE);
    }
}
