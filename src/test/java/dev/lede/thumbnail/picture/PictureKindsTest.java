package dev.lede.thumbnail.picture;

import static dev.lede.thumbnail.picture.Samples.HEIGHT;
import static dev.lede.thumbnail.picture.Samples.QUARTERS;
import static dev.lede.thumbnail.picture.Samples.WIDTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of picture comes out with the colours it went in with. */
class PictureKindsTest {

    private static final Size WHOLE = new Size.Width(WIDTH);

    /** What quality 95 may do to a colour. */
    private static final int LOSS = 6;

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of("image/jpeg", Samples.resource("quadrants.jpg")),
                Arguments.of("image/jpeg", Samples.resource("progressive.jpg")),
                Arguments.of("image/webp", Samples.resource("lossy.webp")),
                Arguments.of("image/webp", Samples.resource("lossless.webp")),
                Arguments.of("image/gif", Samples.resource("first.gif")),
                Arguments.of("image/png", drawn("png", BufferedImage.TYPE_INT_RGB)),
                Arguments.of("image/png", drawn("png", BufferedImage.TYPE_INT_ARGB)),
                Arguments.of("image/png", drawn("png", BufferedImage.TYPE_BYTE_INDEXED)),
                Arguments.of("image/bmp", drawn("bmp", BufferedImage.TYPE_INT_RGB)),
                Arguments.of("image/bmp", drawn("bmp", BufferedImage.TYPE_BYTE_INDEXED)));
    }

    private static byte[] drawn(String format, int type) {
        return Samples.encoded(Samples.quarters(type), format);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void comeOutAsTheyWentIn(String type, byte[] bytes) {
        var facts = Pictures.inspect(bytes);
        assertThat(facts.type())
                .isEqualTo(type)
                .isEqualTo(Pictures.typeOf(bytes).orElseThrow());
        assertThat(facts.width()).isEqualTo(WIDTH);
        assertThat(facts.height()).isEqualTo(HEIGHT);
        int loss = bytes[1] == 'P' || type.endsWith("bmp") || type.endsWith("gif") ? 26 : LOSS;
        assertQuarters(Samples.rendered(bytes, WHOLE), loss);
    }

    private static void assertQuarters(BufferedImage image, int loss) {
        for (int i = 0; i < 4; i++) {
            int x = WIDTH / 4 + i % 2 * WIDTH / 2;
            int y = HEIGHT / 4 + i / 2 * HEIGHT / 2;
            assertColor(image.getRGB(x, y), QUARTERS.get(i), loss);
        }
    }

    private static void assertColor(int argb, Color wanted, int loss) {
        var color = new Color(argb, true);
        assertThat(color.getRed()).isCloseTo(wanted.getRed(), within(loss));
        assertThat(color.getGreen()).isCloseTo(wanted.getGreen(), within(loss));
        assertThat(color.getBlue()).isCloseTo(wanted.getBlue(), within(loss));
    }

    @Test
    void inkIsNotInverted() {
        assertQuarters(Samples.rendered(Samples.resource("cmyk-adobe.jpg"), WHOLE), 14);
        assertQuarters(Samples.rendered(Samples.resource("ycck-adobe.jpg"), WHOLE), 14);
    }

    @Test
    void transparencyOfWebpIsKept() {
        for (var name : new String[] {"alpha.webp", "alpha-lossless.webp", "animated.webp"}) {
            var image = Samples.rendered(Samples.resource(name), WHOLE);
            assertThat(image.getRGB(12, 8) >>> 24).as(name).isZero();
            assertThat(image.getRGB(36, 8) >>> 24).as(name).isEqualTo(128);
            assertThat(image.getRGB(12, 24) >>> 24).as(name).isEqualTo(255);
            assertColor(image.getRGB(12, 24), QUARTERS.get(2), LOSS);
        }
    }

    @Test
    void greyStaysAsBrightAsItIs() {
        var grey = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 64; i++) {
            grey.getRaster().setSample(i % 8, i / 8, 0, 100);
        }
        for (var format : new String[] {"png", "jpeg", "bmp"}) {
            assertThat(Pictures.inspect(Samples.encoded(grey, format)).color()).isEqualTo("#646464");
        }
    }

    @Test
    void sixteenBitsAreRounded() {
        // 0x8000 of 0xffff is 127.5 of 255; 0x6464 is 100 and 0xffff is 255, exactly.
        var row = new byte[] {0, 0x64, 0x64, (byte) 0xff, (byte) 0xff, 0, 0};
        var png = Samples.png(1, 1, new byte[] {16, 2, 0, 0, 0}, Samples.chunk("IDAT", Samples.deflated(row)));
        assertThat(Pictures.inspect(png).color()).isEqualTo("#64ff00");
    }

    @Test
    void greyWithAlphaIsBoth() {
        var png = Samples.png(
                1, 1, new byte[] {8, 4, 0, 0, 0}, Samples.chunk("IDAT", Samples.deflated(new byte[] {0, 100, 51})));
        assertThat(Samples.rendered(png, WHOLE).getRGB(0, 0)).isEqualTo(0x33646464);
    }

    @Test
    void bitsAreBlackAndWhiteAndOneOfThemMayBeTransparent() {
        var pixels = Samples.chunk("IDAT", Samples.deflated(new byte[] {0, 0x40}));
        var plain = Samples.rendered(Samples.png(2, 1, new byte[] {1, 0, 0, 0, 0}, pixels), WHOLE);
        assertThat(plain.getRGB(0, 0)).isEqualTo(0xff000000);
        assertThat(plain.getRGB(1, 0)).isEqualTo(0xffffffff);
        var key = Samples.chunk("tRNS", new byte[] {0, 1});
        var keyed = Samples.rendered(Samples.png(2, 1, new byte[] {1, 0, 0, 0, 0}, key, pixels), WHOLE);
        assertThat(keyed.getRGB(0, 0)).isEqualTo(0xff000000);
        assertThat(keyed.getRGB(1, 0) >>> 24).isZero();
    }

    @Test
    void colorsOfPalettesMayBeTransparent() {
        var palette = Samples.chunk("PLTE", new byte[] {10, 20, 30, 40, 50, 60});
        var alpha = Samples.chunk("tRNS", new byte[] {(byte) 204});
        var pixels = Samples.chunk("IDAT", Samples.deflated(new byte[] {0, 0, 1}));
        var image = Samples.rendered(Samples.png(2, 1, new byte[] {8, 3, 0, 0, 0}, palette, alpha, pixels), WHOLE);
        assertThat(image.getRGB(0, 0)).isEqualTo(0xcc0a141e);
        assertThat(image.getRGB(1, 0)).isEqualTo(0xff28323c);
    }

    @Test
    void interlacedIsReadLikeAnyOther() throws Exception {
        var writer = ImageIO.getImageWritersByFormatName("png").next();
        var param = writer.getDefaultWriteParam();
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            var image = Samples.quarters(BufferedImage.TYPE_INT_RGB);
            writer.write(null, new IIOImage(image, null, null), param);
        }
        assertThat(bytes.toByteArray()[28]).as("interlace method").isEqualTo((byte) 1);
        assertQuarters(Samples.rendered(bytes.toByteArray(), WHOLE), 0);
    }

    @Test
    void firstFrameOfGifLiesWhereItBelongs() {
        var gif = Samples.resource("first.gif");
        // The logical screen made twice as wide: what the frame leaves free is transparent.
        gif[6] = (byte) (2 * WIDTH);
        var image = Samples.rendered(gif, new Size.Width(2 * WIDTH));
        assertThat(image.getWidth()).isEqualTo(2 * WIDTH);
        assertThat(image.getHeight()).isEqualTo(HEIGHT);
        assertThat(image.getRGB(WIDTH + WIDTH / 2, 8) >>> 24).isZero();
        assertThat(image.getRGB(WIDTH / 4, 8) >>> 24).isEqualTo(255);
    }
}
