package dev.lede.http.manners;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lede.http.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestLineTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1/articles?tag=a,b&q=",
                "/v1/documents/%E4%BD%A0%e5%a5%bd.md",
                "/v1/articles?q=%F0%9F%98%80",
                "/a%2Fb?x=%25&",
                "*",
                "/?"
            })
    void hasNothingAgainstText(String uri) {
        assertThat(RequestLine.refusal(uri)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%", "/%4", "/%g0", "/%0g", "/%00", "/%ff", "/%c0%80", "/%ed%a0%80", "/\u00ff"})
    void refusesPathsThatAreNone(String uri) {
        assertThat(RequestLine.refusal(uri).orElseThrow().type()).isEqualTo(ProblemType.INVALID_PATH);
    }

    @Test
    void namesEveryParameterThatIsNone() {
        var refusal = RequestLine.refusal("/?a=%&b=1&c=%00&%ff").orElseThrow();
        assertThat(refusal.type()).isEqualTo(ProblemType.INVALID_PARAMETER);
        assertThat(refusal.violations()).extracting("parameter").containsExactly("a", "c", "%ff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/{a}",
                "/a|b",
                "/?q=<a>",
                "/?a=\"",
                "/a b",
                "/[",
                "a:b",
                "/?q=\u00e4\u00bd\u00a0",
                "/\u00c3\u00a4"
            })
    void refusesWhatIsNoUri(String uri) {
        assertThat(RequestLine.refusal(uri).orElseThrow().type()).isEqualTo(ProblemType.MALFORMED_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//a", "/a//b.md", "/a/./b", "/a/../b", "/a/..", "/%2e/b", "/a/%2E%2e/b", "/a%2f%2fb", "/a/.%2E"
            })
    void refusesSegmentsThatWouldBeTakenOut(String uri) {
        assertThat(RequestLine.refusal(uri).orElseThrow().type()).isEqualTo(ProblemType.INVALID_PATH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/a/", "/a/.b", "/a/...", "/a/b..md", "/v1/documents/a%2Fb.md", "/a?url=//b/../c"})
    void takesSegmentsThatStayAsTheyAre(String uri) {
        assertThat(RequestLine.refusal(uri)).isEmpty();
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(RequestLine.refusal("/" + "a".repeat(16_383))).isEmpty();
        assertThat(RequestLine.refusal("/" + "a".repeat(16_384)).orElseThrow().type())
                .isEqualTo(ProblemType.URI_TOO_LONG);
    }
}
