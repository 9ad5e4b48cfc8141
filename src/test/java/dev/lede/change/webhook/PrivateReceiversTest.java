package dev.lede.change.webhook;

import static dev.lede.testsupport.Lede.admin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.lede.change.webhook.ReceiverServer.Answer;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nobody reaches through a webhook what is not on the public internet. */
@QuarkusTest
class PrivateReceiversTest {

    @Test
    void areNotCalled() throws Exception {
        try (var receiver = new ReceiverServer(message -> Answer.of(200))) {
            var port = URI.create(receiver.url()).getPort();
            for (var host : List.of("127.0.0.1", "localhost", "[::1]", "0x7f000001", "169.254.169.254")) {
                String id = admin().contentType("application/json")
                        .body(Map.of("url", "http://" + host + ":" + port + "/"))
                        .post("/v1/webhooks")
                        .path("id");
                admin().post("/v1/webhooks/" + id + "/test")
                        .then()
                        .statusCode(200)
                        .body("delivered", equalTo(false))
                        .body("error", equalTo("The address does not lead to the public internet."));
                admin().delete("/v1/webhooks/" + id).then().statusCode(204);
            }
            assertThat(receiver.messages()).isEmpty();
        }
    }
}
