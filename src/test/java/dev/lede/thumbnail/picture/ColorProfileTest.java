package dev.lede.thumbnail.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Profiles are obeyed. The one here is of linear light: its 128 is sRGB's 188, by the curve of IEC 61966-2-1. */
class ColorProfileTest {

    private static final byte[] LINEAR =
            ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    private static final Color HALF = new Color(128, 128, 128);

    private static Map<String, byte[]> withProfile(byte[] profile) {
        var image = Samples.filled(Samples.WIDTH, Samples.HEIGHT, HALF);
        var jpeg = Samples.encoded(image, "jpeg");
        var png = Samples.encoded(image, "png");
        var webp = Samples.rendition(png, new Size.Width(Samples.WIDTH), Format.WEBP)
                .bytes();
        int middle = profile.length / 2;
        var first = Samples.joined(Samples.ascii("ICC_PROFILE\0\1\2"), Samples.slice(profile, 0, middle));
        var second = Samples.joined(Samples.ascii("ICC_PROFILE\0\2\2"), Samples.slice(profile, middle, profile.length));
        return Map.of(
                // The second half comes first: they are told by their numbers.
                "jpeg", Samples.withSegment(Samples.withSegment(jpeg, 0xe2, first), 0xe2, second),
                "png",
                        Samples.withChunk(
                                png, "iCCP", Samples.joined(Samples.ascii("x\0\0"), Samples.deflated(profile))),
                "webp", Samples.withRiffChunk(webp, "ICCP", profile));
    }

    private static int shade(byte[] bytes) {
        return new Color(Samples.rendered(bytes, new Size.Width(16)).getRGB(8, 5)).getGreen();
    }

    @Test
    void isConvertedToSrgb() {
        withProfile(LINEAR)
                .forEach((kind, bytes) -> assertThat(shade(bytes)).as(kind).isBetween(186, 190));
    }

    @Test
    void countsAsNoneWhereItIsBroken() {
        var broken = LINEAR.clone();
        Arrays.fill(broken, 128, broken.length, (byte) 0x5a);
        withProfile(broken)
                .forEach((kind, bytes) -> assertThat(shade(bytes)).as(kind).isBetween(126, 130));
        withProfile(new byte[] {1, 2, 3})
                .forEach((kind, bytes) -> assertThat(shade(bytes)).as(kind).isBetween(126, 130));
    }

    @Test
    void countsAsNoneWhereItIsForGrey() {
        var grey = ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();
        withProfile(grey)
                .forEach((kind, bytes) -> assertThat(shade(bytes)).as(kind).isBetween(126, 130));
    }
}
