package dev.lede.http.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageLinksTest {

    @Test
    void keepEveryParameterButThoseOfPagingInTheOrderOfNames() {
        var given = new LinkedHashMap<String, List<String>>();
        given.put("tag", List.of("a,b", "!c d"));
        given.put("page", List.of("2"));
        given.put("q", List.of("ü&=~"));
        given.put("cursor", List.of("x"));
        var links = PageLinks.of("/v1/articles", given);
        assertThat(links.first()).isEqualTo("</v1/articles?q=%C3%BC%26%3D~&tag=a,b&tag=%21c%20d>; rel=\"first\"");
        assertThat(links.to("next", "page", "3"))
                .isEqualTo("</v1/articles?q=%C3%BC%26%3D~&tag=a,b&tag=%21c%20d&page=3>; rel=\"next\"");
    }

    @Test
    void areThePathAloneWithoutParameters() {
        var links = PageLinks.of("/v1/tags", new LinkedHashMap<>());
        assertThat(links.first()).isEqualTo("</v1/tags>; rel=\"first\"");
        assertThat(links.to("prev", "cursor", "abc")).isEqualTo("</v1/tags?cursor=abc>; rel=\"prev\"");
    }

    @Test
    void letNothingOfAParameterOutOfTheAddress() {
        var given = new LinkedHashMap<String, List<String>>();
        given.put("q\r\n", List.of(">; rel=\"next\"\r\nSet-Cookie: a"));
        assertThat(PageLinks.of("/", given).first())
                .isEqualTo("</?q%0D%0A=%3E%3B%20rel%3D%22next%22%0D%0ASet-Cookie%3A%20a>; rel=\"first\"");
    }
}
