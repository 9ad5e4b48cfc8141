package dev.lede.thumbnail.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SVG is told by its root element. */
class SvgTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg/>",
                "<svg width='1'>",
                "\ufeff<?xml version='1.0'?>\n<!-- <html> --><svg:svg xmlns:svg='http://www.w3.org/2000/svg'>",
                "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://localhost/x.dtd'><svg>",
                "<!DOCTYPE svg [<!ENTITY a 'b'><!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg>&x;</svg>"
            })
    void isKnown(String text) {
        assertThat(Pictures.typeOf(text.getBytes(StandardCharsets.UTF_8))).contains("image/svg+xml");
        assertThat(Pictures.typeOf(("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE)))
                .contains("image/svg+xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<svgs/>", "<svg", "<html><svg/>", "<!-- <svg/> -->", "svg", "<!DOCTYPE svg [", "<", "<?xml"})
    void isNotSeenWhereItIsNot(String text) {
        assertThat(Pictures.typeOf(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void isNotSoughtForever() {
        assertThat(Pictures.typeOf((" ".repeat(70_000) + "<svg/>").getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }
}
