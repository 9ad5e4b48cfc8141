package dev.lede.document;

import static dev.lede.document.Readings.document;
import static dev.lede.document.Readings.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The picture that front matter names. */
class PicturesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "thumbnail: a.png | a.png | ",
                "thumbnail: {src: a.png, alt: A, focus: top, visibility: [list]} | a.png | A",
                "thumbnail: {url: a.png} | a.png | ",
                "thumbnail: [a.png, b.png] | a.png | ",
                "thumbnail: /a b.png | /a b.png | ",
                "thumbnail: ' a.png ' | a.png | ",
                "thumbnail: //example.org/a.png | //example.org/a.png | ",
                "thumbnail: 'data:image/png;base64,AAAA' | data:image/png;base64,AAAA | ",
                "thumbnail: 'https://example.org/a.png?x=1&y=2' | https://example.org/a.png?x=1&y=2 | ",
                "featured_image: a.png | a.png | ",
                "featuredImage: a.png | a.png | ",
                "FEATUREDIMAGE: a.png | a.png | ",
                "image: a.png | a.png | ",
                "image: {path: a.png, caption: C} | a.png | C",
                "image: {src: a.png, alt: A, caption: C} | a.png | A",
                "cover: a.png | a.png | ",
                "cover: {image: a.png, alt: A, caption: C, relative: true} | a.png | A",
                "cover: {image: a.png, caption: C} | a.png | C",
                "images: [a.png, b.png] | a.png | ",
                "images: a.png | a.png | ",
                "images: [{src: a.png}] | a.png | ",
                "header: {teaser: a.png} | a.png | ",
                "header: {image: x.png, Teaser: a.png} | a.png | ",
                "banner: a.png | a.png | ",
                "hero: a.png | a.png | ",
                "og_image: a.png | a.png | ",
                "cover-img: a.png | a.png | ",
                "thumbnail-img: a.png | a.png | ",
                "resources: [{name: cover, src: a.png}] | a.png | ",
                "resources: [{name: thumbnail, src: b.png}, {name: featured-image, src: a.png}] | a.png | "
            })
    void isNamedByAnyOfTheKeys(String line, String source, @Nullable String alt) {
        assertThat(yaml(line).thumbnail()).isEqualTo(new PictureReference(source, alt, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "thumbnail: ''",
                "thumbnail: ' '",
                "thumbnail:",
                "thumbnail: null",
                "thumbnail: []",
                "thumbnail: {}",
                "thumbnail: {src: ''}",
                "thumbnail: {alt: A}",
                "thumbnail: false",
                "thumbnail: true",
                "images: []",
                "images: ['']",
                "header: text",
                "header: {image: a.png}",
                "resources: [{name: other, src: a.png}]",
                "resources: [{name: cover}]",
                "resources: text",
                "cover: {image: '', alt: A}",
                "thumbnail: [[a.png]]"
            })
    void isAbsentWhereTheTextIsEmpty(String line) {
        assertThat(yaml(line).thumbnail()).isNull();
    }

    @Test
    void isTakenFromTheFirstKeyThatHasOne() {
        List<String> keys = List.of(
                "thumbnail",
                "featured_image",
                "featuredImage",
                "image",
                "cover",
                "images",
                "header",
                "banner",
                "hero",
                "og_image",
                "cover-img",
                "thumbnail-img");
        for (int first = 0; first < keys.size(); first++) {
            StringBuilder lines = new StringBuilder("resources: [{name: cover, src: r.png}]");
            for (int i = keys.size() - 1; i >= 0; i--) {
                String value = i < first ? "''" : i + ".png";
                lines.append("\n")
                        .append(keys.get(i))
                        .append(": ")
                        .append(keys.get(i).equals("header") ? "{teaser: " + value + "}" : value);
            }
            assertThat(yaml(lines.toString()).thumbnail()).isEqualTo(new PictureReference(first + ".png", null, null));
        }
    }

    @Test
    void passesOverWhatHasNone() {
        assertThat(yaml("thumbnail: {src: ''}", "image: false", "cover: {alt: A}", "banner: b.png")
                        .thumbnail())
                .isEqualTo(new PictureReference("b.png", null, null));
    }

    @Test
    void stillIsAParam() {
        assertThat(yaml("thumbnail: a.png").params()).containsEntry("thumbnail", "a.png");
    }

    @Test
    void isReadFromTomlTables() {
        assertThat(document("a.md", "+++\n[cover]\nimage = \"a.png\"\nalt = \"A\"\n+++\n")
                        .thumbnail())
                .isEqualTo(new PictureReference("a.png", "A", null));
        assertThat(document("a.md", "+++\n[[resources]]\nname = \"cover\"\nsrc = \"a.png\"\n+++\n")
                        .thumbnail())
                .isEqualTo(new PictureReference("a.png", null, null));
    }
}
