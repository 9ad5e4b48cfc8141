package dev.lede.thumbnail.picture.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lede.thumbnail.picture.Dimensions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdkDecoderTest {

    @ParameterizedTest
    @CsvSource({
        "4000,3000,3,2560,1", // a photograph of 12 megapixels is decoded wholly
        "8660,5772,3,2560,2", // one of 50 by half
        "8660,5772,8,2560,4", // and by a quarter in sixteen bits with alpha
        "4000,3000,3,640,1", // all of it though less is wanted, for the mean
        "4000,3000,3,64,7", // but eight by eight pixels are enough for one
        "65535,762,4,1000,8",
        "48,32,3,48,1"
    })
    void decodesWhatFitsAndNoMoreThanIsNeeded(int width, int height, int bytes, int wanted, int step) {
        var stored = new Dimensions(width, height);
        var small = new Dimensions(wanted, Math.max(1, height * wanted / width));
        assertThat(JdkDecoder.step(stored, bytes, small)).isEqualTo(step);
        assertThat(stored.pixels() / step / step * bytes).isLessThanOrEqualTo(JdkDecoder.MAX_DECODED_BYTES);
    }
}
