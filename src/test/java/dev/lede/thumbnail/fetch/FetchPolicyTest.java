package dev.lede.thumbnail.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetchPolicyTest {

    @Test
    void saysWhyAnAddressIsNeverFetched() {
        var policy = FetchPolicy.of("a.example", false);
        assertThat(policy.refusal("https://user:secret@a.example/b.png"))
                .hasValueSatisfying(
                        reason -> assertThat(reason).contains("password").doesNotContain("secret"));
        assertThat(policy.refusal("http://a.example:25/b.png")).contains("Nothing is fetched from port 25.");
        assertThat(policy.refusal("ftp://a.example/b.png")).isPresent();
        assertThat(policy.refusal("https://b.example/b.png")).isEmpty();
        assertThat(policy.refusal("/b.png")).isEmpty();
        assertThat(FetchPolicy.of("off", false).refusal("http://a.example:25/b.png"))
                .isEmpty();
    }

    @Test
    void onAllowsEveryHostOfTheWebAndOffNone() {
        assertThat(FetchPolicy.of(" On ", false).allows("https://a.example/b.png"))
                .isTrue();
        assertThat(FetchPolicy.of("on", false).allows("ftp://a.example/b.png")).isFalse();
        assertThat(FetchPolicy.of("on", false).allows("not an address")).isFalse();
        assertThat(FetchPolicy.of("off", false).allows("https://a.example/b.png"))
                .isFalse();
    }

    @Test
    void aListAllowsItsHostsExactlyAndTheHostsBelowOne() {
        var policy = FetchPolicy.of("A.example, *.b.example,*.bücher.example", false);
        assertThat(policy.allows("http://a.EXAMPLE.:8080/")).isTrue();
        assertThat(policy.allows("http://x.a.example/")).isFalse();
        assertThat(policy.allows("http://b.example/")).isFalse();
        assertThat(policy.allows("http://x.b.example/")).isTrue();
        assertThat(policy.allows("http://x.y.b.example/")).isTrue();
        assertThat(policy.allows("http://xb.example/")).isFalse();
        assertThat(policy.allows("http://x.b.example.evil.example/")).isFalse();
        assertThat(policy.allows("http://x.xn--bcher-kva.example/")).isTrue();
    }

    @Test
    void namesWithoutADotAreThoseOfAnIntranet() {
        assertThat(FetchPolicy.of("nas,192.168.1.5", true).allows("http://nas/a.png"))
                .isTrue();
        assertThatThrownBy(() -> FetchPolicy.of("nas", false)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yes",
                "onn",
                "a.example,",
                "http://a.example",
                "a.example/x",
                "a b.example",
                "*.",
                "a.*.example"
            })
    void whatCannotBeReadIsNamed(String configured) {
        assertThatThrownBy(() -> FetchPolicy.of(configured, false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("lede.thumbnail.fetch is on, off, or a list of hosts such as"
                        + " pictures.example.org,*.example.net: \"")
                .hasMessageEndingWith("\" is none of these.");
    }
}
