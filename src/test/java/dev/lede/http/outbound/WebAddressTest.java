package dev.lede.http.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://a.example/b.png | http://a.example/b.png",
                "HTTPS://A.Example | https://a.example/",
                "https://a.example:443/x?y=1#z | https://a.example/x?y=1",
                "http://a.example:443/ | http://a.example:443/",
                "http://a.example:/ | http://a.example/",
                "http://a.example./ | http://a.example/",
                "http://a.example?x | http://a.example/?x",
                "http://a.example/#b?c | http://a.example/",
                "http://a.example/in the/sun <1>.png | http://a.example/in%20the/sun%20%3C1%3E.png",
                "http://a.example/ä.png?q=ö'&r=%41 | http://a.example/%C3%A4.png?q=%C3%B6%27&r=%41",
                "http://a.example/猫.png | http://a.example/%E7%8C%AB.png",
                "http://a.example/100%.png | http://a.example/100%.png",
                "http://a.example/a/./b/../c/%2e%2E/d | http://a.example/a/d",
                "http://a.example/../../.. | http://a.example/",
                "http://a.example/a/. | http://a.example/a/",
                "http://a.example/a//b | http://a.example/a//b",
                "http:\\\\a.example\\b\\c.png?d\\e | http://a.example/b/c.png?d\\e",
                "http://bücher.example/ | http://xn--bcher-kva.example/",
                "http://BÜCHER.example/ | http://xn--bcher-kva.example/",
                "http://b%C3%BCcher.example/ | http://xn--bcher-kva.example/",
                "http://faß.example/ | http://xn--fa-hia.example/",
                "http://例え。テスト/ | http://xn--r8jz45g.xn--zckzah/",
                "http://r3---sn-a_b.example/ | http://r3---sn-a_b.example/",
                "http://[2001:DB8::1]:8080/x | http://[2001:db8:0:0:0:0:0:1]:8080/x"
            })
    void isReadAsBrowsersReadIt(String written, String read) throws RefusedAddressException {
        assertThat(WebAddress.parse(written)).hasToString(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://2130706433/",
                "http://0x7f.1/",
                "http://0x7f000001/",
                "http://127.1/",
                "http://127.0.1/",
                "http://0177.0.0.1/",
                "http://017700000001/",
                "http://127.0.0.1./",
                "http://127.0.0.0x1/",
                "http://１２７.０.０.１/",
                "http://127。0。0。1/",
                "http://①②⑦.0.0.1/",
                "http://%31%32%37.0.0.1/"
            })
    void aHostInAnyNotationOfIpv4IsThatAddress(String written) throws RefusedAddressException {
        var host = WebAddress.parse(written).host();
        assertThat(host.name()).isEqualTo("127.0.0.1");
        assertThat(host.octets())
                .hasValueSatisfying(octets -> assertThat(octets).containsExactly(127, 0, 0, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "picture.png",
                "//a.example/",
                "file:///etc/passwd",
                "gopher://a.example/",
                "data:image/png;base64,AAAA",
                "jar:http://a.example/a.jar!/b.png",
                "ftp://a.example/",
                "javascript:alert(1)"
            })
    void onlyTheWebIsFetched(String written) {
        assertRefused(written, "Only http and https addresses are asked.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http:",
                "http://",
                "http:///x",
                "http:a.example",
                "http:/a.example/",
                "http://a..example/",
                "http://.example/",
                "http://a.example../",
                "http://a b.example/",
                "http://a%00.example/",
                "http://a%2Fb.example/",
                "http://a%zz.example/",
                "http://a<b.example/",
                "http://xn--a.example/",
                "http://256.0.0.1/",
                "http://1.2.3.4.5/",
                "http://1.2.3.09/",
                "http://0x100000000/",
                "http://a.0x7g.1/",
                "http://[::",
                "http://[::1]x/",
                "http://[1.2.3.4]/",
                "http://[fe80::1%25eth0]/",
                "http://a.example:x/",
                "http://a.example:123456/",
                "http://a.example:-1/"
            })
    void whatHasNoHostIsRefused(String written) {
        assertRefused(written, "The address has no host that could be asked.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://me:secret@a.example/", "http://me@a.example/", "http://@a.example/"})
    void credentialsAreRefusedAndNotRepeated(String written) {
        assertRefused(written, "An address with a user or a password in it is not fetched.");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 22, 25, 110, 1023, 2049, 6000, 6667, 10080, 65_536})
    void portsOfOtherProtocolsAreRefused(int port) {
        assertRefused("http://a.example:" + port + "/", "Nothing is fetched from port " + port + ".");
    }

    @Test
    void controlCharactersAndVeryLongAddressesAreRefused() {
        assertRefused("http://a.example/\r\nHost: b.example", "The address has control characters in it.");
        assertRefused("http://a.example/" + "a".repeat(9_000), "The address is longer than 8192 characters.");
        assertRefused("http://" + "ä".repeat(8_000) + "/", "The address has no host that could be asked.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "c.png | https://a.example:8443/x/c.png",
                "./c d.png | https://a.example:8443/x/c%20d.png",
                "../c.png | https://a.example:8443/c.png",
                "/c.png | https://a.example:8443/c.png",
                "\\c.png | https://a.example:8443/c.png",
                "?c=d | https://a.example:8443/x/y.png?c=d",
                "#c | https://a.example:8443/x/y.png?q=/1/",
                "//b.example/c | https://b.example/c",
                "\\\\b.example\\c | https://b.example/c",
                "http://b.example/c | http://b.example/c"
            })
    void resolvesWhatItRedirectsTo(String location, String there) throws RefusedAddressException {
        var here = WebAddress.parse("https://a.example:8443/x/y.png?q=/1/");
        assertThat(here.resolve(location)).hasToString(there);
    }

    @Test
    void refusesToRedirectToAnotherScheme() throws RefusedAddressException {
        var here = WebAddress.parse("https://a.example/");
        assertThatThrownBy(() -> here.resolve("file:///etc/passwd")).isInstanceOf(RefusedAddressException.class);
        assertThatThrownBy(() -> here.resolve("//me:secret@b.example/")).isInstanceOf(RefusedAddressException.class);
    }

    private static void assertRefused(String written, String reason) {
        assertThatThrownBy(() -> WebAddress.parse(written))
                .isInstanceOf(RefusedAddressException.class)
                .hasMessage(reason);
    }
}
