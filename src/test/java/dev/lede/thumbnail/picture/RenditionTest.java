package dev.lede.thumbnail.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What comes out. */
class RenditionTest {

    private static final Size WHOLE = new Size.Width(Samples.WIDTH);

    @Test
    void areMadeInTheOrderAskedFor() {
        var specs = List.of(
                new RenditionSpec(new Size.Width(16), Format.WEBP),
                new RenditionSpec(new Size.Width(40), Format.PNG),
                new RenditionSpec(new Size.Crop(20, 20, Focus.CENTER), Format.JPEG),
                new RenditionSpec(new Size.Width(4000), Format.WEBP));
        var made = new ArrayList<Rendition>();
        Pictures.render(Samples.resource("quadrants.jpg"), specs, made::add);
        assertThat(made).extracting(Rendition::spec).isEqualTo(specs);
        assertThat(made).extracting(Rendition::width).containsExactly(16, 40, 20, Samples.WIDTH);
        assertThat(made).extracting(Rendition::height).containsExactly(11, 27, 20, Samples.HEIGHT);
        assertThat(made)
                .allSatisfy(each -> assertThat(Pictures.inspect(each.bytes()))
                        .extracting(PictureFacts::type, PictureFacts::width, PictureFacts::height)
                        .containsExactly(each.spec().format().mediaType(), each.width(), each.height()));
    }

    @Test
    void whoReceivesThemMayStop() {
        var stop = new IllegalStateException("full");
        assertThatThrownBy(() -> Pictures.render(
                        Samples.resource("quadrants.jpg"), List.of(new RenditionSpec(WHOLE, Format.PNG)), rendition -> {
                            throw stop;
                        }))
                .isSameAs(stop);
    }

    @ParameterizedTest
    @CsvSource({"0,0,0", "1,0,1", "0,1,2", "1,1,3"})
    void cropsAreWhereTheFocusIs(double x, double y, int quarter) {
        var png = Samples.encoded(Samples.quarters(BufferedImage.TYPE_INT_RGB), "png");
        // As high as the picture and a third as wide, then as wide and half as high: each within two quarters.
        var upright = Samples.rendered(png, new Size.Crop(16, Samples.HEIGHT, new Focus(x, y)));
        assertThat(new Color(upright.getRGB(4, y == 0 ? 4 : 28))).isEqualTo(Samples.QUARTERS.get(quarter));
        assertThat(new Color(upright.getRGB(12, y == 0 ? 4 : 28))).isEqualTo(Samples.QUARTERS.get(quarter));
        var flat = Samples.rendered(png, new Size.Crop(Samples.WIDTH, 12, new Focus(x, y)));
        assertThat(new Color(flat.getRGB(x == 0 ? 4 : 44, 2))).isEqualTo(Samples.QUARTERS.get(quarter));
        assertThat(new Color(flat.getRGB(x == 0 ? 4 : 44, 9))).isEqualTo(Samples.QUARTERS.get(quarter));
    }

    @Test
    void everyPixelCounts() {
        // Squares of one pixel: whoever drops pixels sees black or white, or bands of both.
        var image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 640 * 480; i++) {
            image.setRGB(i % 640, i / 640, (i % 640 + i / 640) % 2 == 0 ? 0 : 0xffffff);
        }
        var bytes = Samples.encoded(image, "png");
        for (int width : new int[] {50, 100, 160, 320}) {
            var small = Samples.rendered(bytes, new Size.Width(width));
            for (int i = 1; i < small.getHeight() - 1; i++) {
                assertThat(small.getRGB(i, i) & 0xff).as("%s of %s", i, width).isBetween(118, 138);
            }
        }
    }

    @Test
    void jpegLiesOverWhiteAndTheOthersStayTransparent() {
        var source = Samples.resource("alpha-lossless.webp");
        var jpeg = Samples.decoded(Samples.rendition(source, WHOLE, Format.JPEG).bytes());
        assertThat(jpeg.getRGB(10, 8) & 0xff).isGreaterThan(250);
        assertThat(jpeg.getRGB(10, 8) >> 8 & 0xff).isGreaterThan(250);
        for (var format : List.of(Format.WEBP, Format.PNG)) {
            var again =
                    Samples.rendered(Samples.rendition(source, WHOLE, format).bytes(), WHOLE);
            assertThat(again.getRGB(10, 8) >>> 24).isZero();
            assertThat(again.getRGB(36, 8) >>> 24).isEqualTo(128);
        }
    }

    @Test
    void transparentPixelsLendNoColor() {
        // A red pixel that is seen, beside a green one that is not: half as dense, and as red.
        var image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < 64 * 64; i++) {
            image.setRGB(i % 64, i / 64, i % 2 == 0 ? 0xffff0000 : 0x0000ff00);
        }
        var small = new Color(
                Samples.rendered(Samples.encoded(image, "png"), new Size.Width(8))
                        .getRGB(4, 4),
                true);
        assertThat(small.getAlpha()).isBetween(120, 136);
        assertThat(small.getRed()).isGreaterThan(250);
        assertThat(small.getGreen()).isLessThan(5);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void tellNothingOfTheSourceButThePicture(Format format) {
        var exif = Samples.joined(
                Samples.ascii("Exif\0\0"), Samples.exif(3, ByteOrder.BIG_ENDIAN), Samples.ascii("Where I live"));
        var source = Samples.withSegment(Samples.resource("quadrants.jpg"), 0xe1, exif);
        var bytes = Samples.rendition(source, WHOLE, format).bytes();
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                .doesNotContain("Exif", "eXIf", "EXIF", "ICC", "iCCP", "XMP", "Where I live");
        assertThat(Samples.rendition(source, WHOLE, format).bytes()).isEqualTo(bytes);
    }

    @Test
    void jpegIsProgressive() {
        var bytes = Samples.rendition(Samples.resource("quadrants.jpg"), WHOLE, Format.JPEG)
                .bytes();
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).contains("\u00ff\u00c2");
    }

    @Test
    void meanColorIsOverWhite() {
        var image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < 8; i++) {
            image.setRGB(i % 4, i / 4, 0xff003366);
        }
        // Half of it 00 33 66, half ff: the means are 7f.8, 99 and b2.8.
        assertThat(Pictures.inspect(Samples.encoded(image, "png")).color()).isEqualTo("#8099b3");
    }
}
