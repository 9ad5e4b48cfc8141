package dev.lede.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lede.article.media.SiteConfig;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestAddressesTest {

    private record Site(Optional<String> url) implements SiteConfig {

        @Override
        public Optional<String> title() {
            return Optional.empty();
        }

        @Override
        public Optional<String> description() {
            return Optional.empty();
        }

        @Override
        public List<String> newsSections() {
            return List.of();
        }
    }

    private static RequestAddresses addresses(@Nullable String site, @Nullable String api) {
        return new RequestAddresses(new Site(Optional.ofNullable(site)), () -> Optional.ofNullable(api), false);
    }

    private static HttpServerRequest request(String scheme, int port) {
        return (HttpServerRequest) Proxy.newProxyInstance(
                RequestAddressesTest.class.getClassLoader(),
                new Class<?>[] {HttpServerRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "scheme" -> scheme;
                    case "isSSL" -> false;
                    case "authority" -> HostAndPort.create("asked.example", port);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    @ParameterizedTest
    @CsvSource({
        "https://site.example/,https://api.example/lede/,https://site.example,https://api.example/lede",
        ",https://api.example,https://api.example,https://api.example",
        "https://site.example,,https://site.example,http://asked.example:8080",
        ",,http://asked.example:8080,http://asked.example:8080",
    })
    void areThoseOfTheConfigurationBeforeTheHost(
            @Nullable String site, @Nullable String api, String whereSite, String whereApi) {
        var found = addresses(site, api).of(request("http", 8080));
        assertThat(found.site()).isEqualTo(whereSite);
        assertThat(found.api()).isEqualTo(whereApi);
    }

    @Test
    void leaveOutTheUsualPort() {
        assertThat(addresses(null, null).of(request("https", 443)).api()).isEqualTo("https://asked.example");
        assertThat(addresses(null, null).of(request("http", -1)).api()).isEqualTo("http://asked.example");
    }
}
