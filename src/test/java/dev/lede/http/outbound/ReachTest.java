package dev.lede.http.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.NetUtil;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2600::1",
                "2001:200::1",
                "2001:db7::1",
                "2003::1",
                "3ffe:ffff::1",
                "64:ff9b::808:808"
            })
    void coversWhatIsPublic(String address) {
        assertThat(covers(Reach.PUBLIC, address)).isTrue();
        assertThat(covers(Reach.INTRANET, address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0",
                "10.255.255.255",
                "100.64.0.0",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.255",
                "172.16.0.0",
                "172.31.255.255",
                "192.168.0.0",
                "192.168.255.255",
                "::1",
                "fc00::1",
                "fdff:ffff::1"
            })
    void coversOnesOwnNetworksOnlyForAnIntranet(String address) {
        assertThat(covers(Reach.PUBLIC, address)).isFalse();
        assertThat(covers(Reach.INTRANET, address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.255.255.255",
                "169.254.169.254",
                "169.254.0.0",
                "192.0.0.0",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "198.18.0.0",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.0",
                "239.255.255.255",
                "240.0.0.0",
                "255.255.255.255",
                "100.100.100.200",
                "168.63.129.16",
                "::",
                "::7f00:1",
                "::808:808",
                "::ffff:8.8.8.8",
                "::ffff:127.0.0.1",
                "::ffff:0:7f00:1",
                "64:ff9b::7f00:1",
                "64:ff9b::a00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "2001:2::1",
                "2001:10::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2002:808:808::1",
                "3fff::1",
                "4000::1",
                "5f00::1",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "ff02::1",
                "fd00:ec2::254"
            })
    void neverCoversTheRest(String address) {
        assertThat(covers(Reach.PUBLIC, address)).isFalse();
        assertThat(covers(Reach.INTRANET, address)).isFalse();
    }

    private static boolean covers(Reach reach, String address) {
        return reach.covers(NetUtil.createByteArrayFromIpAddressString(address));
    }
}
