package dev.lede.access.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.SocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 20010db800010002",
        "2001:db8:1:2::9, 20010db800010002",
        "2001:db8:1:3::9, 20010db800010003",
        "::ffff:192.0.2.7, 192.0.2.7",
        "proxy.example, proxy.example"
    })
    void isTheAddressAndOfIpv6ItsNetwork(String host, String expected) {
        assertThat(Address.of(SocketAddress.inetSocketAddress(1234, host))).isEqualTo(expected);
    }

    @Test
    void isEmptyWhereThereIsNone() {
        assertThat(Address.of(null)).isEmpty();
        assertThat(Address.of(SocketAddress.domainSocketAddress("/run/lede"))).isEmpty();
    }
}
