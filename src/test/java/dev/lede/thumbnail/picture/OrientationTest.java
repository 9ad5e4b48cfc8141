package dev.lede.thumbnail.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.ByteOrder;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All eight orientations of EXIF. A quarter is red, green, blue or yellow. */
class OrientationTest {

    /** Number, and the quarters as they are to be seen: Exif 2.32 §4.6.4 says where row 0 and column 0 belong. */
    @ParameterizedTest
    @CsvSource({"1,RGBY", "2,GRYB", "3,YBGR", "4,BYRG", "5,RBGY", "6,BRYG", "7,YGBR", "8,GYRB", "9,RGBY"})
    void isObeyed(int number, String seen) {
        var jpeg = Samples.resource("quadrants.jpg");
        var png = Samples.encoded(Samples.quarters(BufferedImage.TYPE_INT_RGB), "png");
        var little = Samples.exif(number, ByteOrder.LITTLE_ENDIAN);
        var big = Samples.exif(number, ByteOrder.BIG_ENDIAN);
        Stream.of(
                        Samples.withSegment(jpeg, 0xe1, Samples.joined(Samples.ascii("Exif\0\0"), big)),
                        Samples.withSegment(jpeg, 0xe1, Samples.joined(Samples.ascii("Exif\0\0"), little)),
                        Samples.withChunk(png, "eXIf", big),
                        Samples.withRiffChunk(Samples.resource("lossy.webp"), "EXIF", little))
                .forEach(bytes -> assertSeen(bytes, seen, number >= 5 && number <= 8));
    }

    private static void assertSeen(byte[] bytes, String seen, boolean turned) {
        var facts = Pictures.inspect(bytes);
        assertThat(facts.width()).isEqualTo(turned ? Samples.HEIGHT : Samples.WIDTH);
        assertThat(facts.height()).isEqualTo(turned ? Samples.WIDTH : Samples.HEIGHT);
        var image = Samples.rendered(bytes, new Size.Width(1000));
        assertThat(image.getWidth()).isEqualTo(facts.width());
        assertThat(image.getHeight()).isEqualTo(facts.height());
        int right = image.getWidth() * 3 / 4;
        int bottom = image.getHeight() * 3 / 4;
        var quarters = List.of(
                image.getRGB(right / 3, bottom / 3),
                image.getRGB(right, bottom / 3),
                image.getRGB(right / 3, bottom),
                image.getRGB(right, bottom));
        assertThat(quarters.stream().map(OrientationTest::name).collect(Collectors.joining()))
                .isEqualTo(seen);
    }

    private static String name(int argb) {
        var nearest = Samples.QUARTERS.stream()
                .min(Comparator.comparingInt(color -> distance(color, new Color(argb))))
                .orElseThrow();
        return "RGBY".substring(Samples.QUARTERS.indexOf(nearest)).substring(0, 1);
    }

    private static int distance(Color one, Color other) {
        return Math.abs(one.getRed() - other.getRed())
                + Math.abs(one.getGreen() - other.getGreen())
                + Math.abs(one.getBlue() - other.getBlue());
    }
}
