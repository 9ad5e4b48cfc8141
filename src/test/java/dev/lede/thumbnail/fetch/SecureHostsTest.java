package dev.lede.thumbnail.fetch;

import static dev.lede.thumbnail.fetch.Fetches.Settings.INTRANET;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over TLS: the address is the one that was judged, but the certificate must be the name's. */
class SecureHostsTest {

    private static final byte[] PICTURE = {1, 2, 3};
    private static final String PASSWORD = "only-for-tests";
    private static final String REASON = "No secure connection to the host: its certificate is not accepted.";

    @TempDir
    private static Path folder;

    private static Path keys;

    private final FakeNames names =
            new FakeNames().with("pictures.example", "127.0.0.1").with("other.example", "127.0.0.1");

    @BeforeAll
    static void makeACertificate() throws IOException, InterruptedException {
        keys = folder.resolve("keys.p12");
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                keys.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keyalg",
                "EC",
                "-alias",
                "pictures",
                "-dname",
                "CN=pictures.example",
                "-ext",
                "san=dns:pictures.example",
                "-ext",
                "bc=ca:true");
        var keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(keytool.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(keytool.exitValue())
                .as(Files.readString(folder.resolve("keytool.log")))
                .isZero();
    }

    @Test
    void takesAPictureFromTheNamesOwnHost() throws Exception {
        try (var server = server();
                var fetches = new Fetches(INTRANET, names, trusting())) {
            assertThat(fetches.bytes(secure(server, "pictures.example"))).isEqualTo(PICTURE);
            assertThat(server.asked().get(0).field("Host")).contains("pictures.example:" + server.port());
            assertThat(server.asked().get(0).serverName()).isEqualTo("pictures.example");
        }
    }

    @Test
    void refusesAnotherNamesCertificate() throws Exception {
        try (var server = server();
                var fetches = new Fetches(INTRANET, names, trusting())) {
            assertThat(fetches.failure(secure(server, "other.example")).reason())
                    .isEqualTo(REASON);
            assertThat(fetches.failure(secure(server, "127.0.0.1")).reason()).isEqualTo(REASON);
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void refusesACertificateThatNobodyVouchesFor() throws Exception {
        try (var server = server();
                var fetches = new Fetches(INTRANET, names)) {
            assertThat(fetches.failure(secure(server, "pictures.example")).reason())
                    .isEqualTo(REASON);
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void refusesHostsThatDoNotSpeakIt() throws Exception {
        try (var server = DirtyServer.start();
                var fetches = new Fetches(INTRANET.within(Duration.ofSeconds(1)), names, trusting())) {
            assertThat(fetches.failure(secure(server, "pictures.example")).retry())
                    .isTrue();
        }
    }

    @Test
    void followsARedirectFromThereToHttp() throws Exception {
        try (var server = server();
                var plain = DirtyServer.start().on("/a.png", Plays.bytes(PICTURE));
                var fetches = new Fetches(INTRANET, names, trusting())) {
            server.on("/a.png", Plays.redirect(301, plain.url("/a.png")));
            assertThat(fetches.bytes(secure(server, "pictures.example"))).isEqualTo(PICTURE);
        }
    }

    private static String secure(DirtyServer server, String host) {
        return "https://" + host + ":" + server.port() + "/a.png";
    }

    private static HttpClientOptions trusting() {
        return new HttpClientOptions()
                .setTrustOptions(new PfxOptions().setPath(keys.toString()).setPassword(PASSWORD));
    }

    private static DirtyServer server() throws IOException, GeneralSecurityException {
        return DirtyServer.start(context().getServerSocketFactory()).on("/a.png", Plays.bytes(PICTURE));
    }

    private static SSLContext context() throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
