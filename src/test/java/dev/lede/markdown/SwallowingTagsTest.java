package dev.lede.markdown;

import static dev.lede.markdown.Rendering.markdown;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A tag whose element would hide the rest of a document. */
class SwallowingTagsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"Select", "title", "textarea", "template", "Canvas", "iframe", "svg", "Video", "noscript", "xmp"
            })
    void isTextWhenItIsNeverClosed(String name) {
        RenderedBody body = markdown("A <" + name + "> of three.\n\nAnd more.\n");

        assertThat(body.html()).isEqualTo("<p>A &lt;" + name + "&gt; of three.</p>\n<p>And more.</p>\n");
        assertThat(body.wordCount()).isEqualTo(6);
    }

    @Test
    void isTextWhenItBeginsABlockAndIsNeverClosed() {
        assertThat(markdown("<textarea name=\"a\">\n\nMore.\n").text()).contains("More.");
        assertThat(markdown("<select>\nabc\n\nMore.\n").text()).contains("abc", "More.");
    }

    @Test
    void hidesWhatItHoldsWhenItIsClosed() {
        assertThat(markdown("A <select><option>b</option></select> c.\n").html())
                .isEqualTo("<p>A  c.</p>\n");
        assertThat(markdown("<svg>\n<title>t</title>\n</svg>\n\nMore.\n").text())
                .isEqualTo("More.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<iframe src=\"https://example.org/\" />", "<svg viewBox='0 0 1 1'/>", "<Video src=a.mp4 />"})
    void isClosedWhenItClosesItself(String tag) {
        assertThat(markdown("One.\n\n" + tag + "\n\nTwo.\n").text()).isEqualTo("One.\nTwo.");
        assertThat(markdown("One " + tag + " two.\n").text()).containsSubsequence("One", "two.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Object", "applet", "Option", "optgroup"})
    void hidesNothingWhenBrowsersShowWhatItHolds(String name) {
        assertThat(markdown("- headers <" + name + "> An object.\n- auth\n\nMore.\n")
                        .text())
                .isEqualTo("headers An object.\nauth\nMore.");
    }
}
