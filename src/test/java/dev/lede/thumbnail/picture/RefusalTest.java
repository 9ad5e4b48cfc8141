package dev.lede.thumbnail.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, and with which reason. */
class RefusalTest {

    private static final byte[] TRUE_COLOR = {8, 2, 0, 0, 0};

    private static void assertRefused(byte[] bytes, String reason) {
        assertThatThrownBy(() -> Pictures.inspect(bytes))
                .isInstanceOfSatisfying(
                        UnreadablePictureException.class,
                        e -> assertThat(e.reason()).isEqualTo(reason));
        assertThatThrownBy(() -> Samples.rendition(bytes, new Size.Width(10), Format.PNG))
                .isInstanceOfSatisfying(
                        UnreadablePictureException.class,
                        e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static byte[] png(int width, int height) {
        return Samples.png(width, height, TRUE_COLOR, Samples.chunk("IDAT", Samples.deflated(new byte[64])));
    }

    @Test
    void moreThanFiftyMegapixels() {
        assertRefused(png(10_000, 5_001), "has more than 50 megapixels");
        var jpeg = Samples.resource("quadrants.jpg");
        int frame = indexOf(jpeg, 0xc0);
        jpeg[frame + 4] = (byte) 0xff;
        jpeg[frame + 6] = (byte) 0xff;
        assertRefused(jpeg, "has more than 50 megapixels");
    }

    @Test
    void whatTakesTooMuchMemoryAsItIsDecodedAsAWhole() {
        var reason =
                "is of a kind that is decoded as a whole (progressive JPEG, lossless WebP), and takes more than 100 MB then";
        assertRefused(sized(Samples.resource("progressive.jpg"), 0xc2, 7_000), reason);
        var webp = Samples.resource("lossless.webp");
        int sides = 6_999 | (6_999 << 14);
        for (int i = 0; i < 4; i++) {
            int kept = i == 3 ? webp[24] & 0xf0 : 0;
            webp[21 + i] = (byte) ((sides >> (8 * i)) | kept);
        }
        assertRefused(webp, reason);
    }

    private static byte[] sized(byte[] jpeg, int frame, int side) {
        int at = indexOf(jpeg, frame);
        for (int i = 4; i <= 6; i += 2) {
            jpeg[at + i] = (byte) (side >> 8);
            jpeg[at + i + 1] = (byte) side;
        }
        return jpeg;
    }

    @Test
    void sidesNoPictureHas() {
        assertRefused(png(65_536, 1), "has a side of more than 65,535 pixels");
        assertRefused(png(1, Integer.MIN_VALUE), "has a side of more than 65,535 pixels");
        assertRefused(png(0, 1), "is broken or incomplete");
    }

    @Test
    void headersThatPromiseMoreThanThereIs() {
        assertRefused(png(7_000, 7_000), "is broken or incomplete");
        var bmp = Samples.encoded(Samples.quarters(BufferedImage.TYPE_INT_RGB), "bmp");
        bmp[19] = 100;
        assertRefused(bmp, "is broken or incomplete");
        assertRefused(sized(Samples.resource("quadrants.jpg"), 0xc0, 7_000), "is broken or incomplete");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quadrants.jpg",
                "progressive.jpg",
                "cmyk-adobe.jpg",
                "cmyk-profile.jpg",
                "display-p3.png",
                "rgba16.png",
                "palette-trns.png",
                "interlaced.gif",
                "animated-lossy.webp",
                "rle.bmp",
                "lossy.webp",
                "lossless.webp",
                "alpha.webp",
                "first.gif"
            })
    void filesThatEndEarly(String name) {
        var whole = Samples.resource(name);
        for (double share : new double[] {0.3, 0.6, 0.9, 0.97}) {
            assertRefused(Samples.slice(whole, 0, (int) (whole.length * share)), "is broken or incomplete");
        }
    }

    @Test
    void drawnFilesThatEndEarly() {
        for (var format : new String[] {"png", "bmp"}) {
            var whole = Samples.encoded(Samples.quarters(BufferedImage.TYPE_INT_RGB), format);
            for (double share : new double[] {0.5, 0.9, 0.99}) {
                assertRefused(Samples.slice(whole, 0, (int) (whole.length * share)), "is broken or incomplete");
            }
        }
    }

    @Test
    void checksumsThatDoNotFit() {
        var png = Samples.encoded(Samples.quarters(BufferedImage.TYPE_INT_RGB), "png");
        png[png.length - 20] ^= 1;
        assertRefused(png, "is broken or incomplete");
    }

    @Test
    void arithmeticCodesAndOtherRareJpegs() {
        var jpeg = Samples.resource("quadrants.jpg");
        jpeg[indexOf(jpeg, 0xc0)] = (byte) 0xc9;
        assertRefused(jpeg, "is a JPEG of a kind that cannot be read");
    }

    @Test
    void scansWithoutEnd() {
        var jpeg = Samples.resource("quadrants.jpg");
        int scan = indexOf(jpeg, 0xda) - 1;
        var once = Samples.slice(jpeg, scan, jpeg.length - 2);
        var many = Samples.slice(jpeg, 0, scan);
        for (int i = 0; i < 101; i++) {
            many = Samples.joined(many, once);
        }
        assertRefused(Samples.joined(many, new byte[] {(byte) 0xff, (byte) 0xd9}), "is broken or incomplete");
    }

    @Test
    void whatIsNoPicture() {
        Stream.of("", "B", "BM and so on, as a text may begin", "<html><svg></svg></html>", "%PDF-1.7", "RIFF....WAVE")
                .forEach(text -> {
                    assertThat(Pictures.typeOf(Samples.ascii(text))).isEmpty();
                    assertRefused(Samples.ascii(text), "is no picture of a known type");
                });
    }

    @Test
    void scriptsThatBeginLikeAPicture() {
        assertThat(Pictures.typeOf(Samples.ascii("GIF89a/*<svg>*/=1;alert(1)"))).contains("image/gif");
        assertRefused(Samples.ascii("GIF89a/*<svg>*/=1;alert(1)"), "is broken or incomplete");
    }

    @Test
    void drawingsHaveNoRenditions() {
        var svg = Samples.ascii("<svg xmlns='http://www.w3.org/2000/svg'/>");
        assertThat(Pictures.inspect(svg)).isEqualTo(new PictureFacts("image/svg+xml", null, null, null, null));
        assertThatThrownBy(() -> Pictures.render(svg, List.of(), rendition -> {}))
                .isInstanceOf(UnreadablePictureException.class);
    }

    private static int indexOf(byte[] jpeg, int marker) {
        for (int i = 2; i < jpeg.length; i++) {
            if ((jpeg[i - 1] & 0xff) == 0xff && (jpeg[i] & 0xff) == marker) {
                return i;
            }
        }
        throw new AssertionError("No such marker");
    }
}
