package dev.lede.thumbnail.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizeTest {

    @ParameterizedTest
    @CsvSource({"320,4000,3000,320,240", "320,200,100,200,100", "320,1000,1,320,1", "160,3,50000,3,16383"})
    void widthIsNeverMoreThanThePictures(int wanted, int width, int height, int resultWidth, int resultHeight) {
        assertThat(new Size.Width(wanted).of(width, height))
                .isIn(new Dimensions(resultWidth, resultHeight), new Dimensions(1, 16383));
    }

    @ParameterizedTest
    @CsvSource({"400,400,4000,3000,400,400", "400,400,300,200,200,200", "400,200,100,1000,100,50", "16,9,8,8,8,5"})
    void cropKeepsItsRatioInSmallPictures(int w, int h, int width, int height, int resultWidth, int resultHeight) {
        assertThat(new Size.Crop(w, h, Focus.CENTER).of(width, height))
                .isEqualTo(new Dimensions(resultWidth, resultHeight));
    }

    @Test
    void veryLongPicturesAreScaledDownFurther() {
        var tall = new Size.Width(1280).of(1280, 39_000);
        assertThat(tall.pixels()).isLessThanOrEqualTo(Size.MAX_PIXELS + 20_000L);
        assertThat((double) tall.height() / tall.width()).isBetween(30.0, 31.0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN, Double.POSITIVE_INFINITY})
    void focusIsWithinThePicture(double outside) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Focus(outside, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Focus(0.5, outside));
    }

    @Test
    void formatsAreToldByTheirExtension() {
        assertThat(Format.ofExtension("jpg")).contains(Format.JPEG);
        assertThat(Format.ofExtension("webp")).contains(Format.WEBP);
        assertThat(Format.ofExtension("png")).contains(Format.PNG);
        assertThat(Format.ofExtension("gif")).isEmpty();
    }
}
