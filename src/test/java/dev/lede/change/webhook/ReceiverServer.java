package dev.lede.change.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A server that is told of changes, and answers as a test wants it. */
public final class ReceiverServer implements AutoCloseable {

    private final HttpServer server;
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final Function<Message, Answer> behaviour;

    /** What came, however it was answered. */
    public record Message(String id, String timestamp, String signature, String contentType, String body, long millis) {

        public JsonPath json() {
            return JsonPath.from(body);
        }

        /** The title of the article, or what else it is about. */
        public String what() {
            var title = json().getString("data.article.title");
            return title == null ? json().getString("type") : title;
        }
    }

    /** @param headers name and value by turns */
    public record Answer(int status, List<String> headers) {
        public static Answer of(int status, String... headers) {
            return new Answer(status, List.of(headers));
        }
    }

    public ReceiverServer(Function<Message, Answer> behaviour) throws IOException {
        this.behaviour = behaviour;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        server.createContext("/", this::receive);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    private void receive(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        var message = new Message(
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                headers.getFirst("Content-Type"),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8),
                System.currentTimeMillis());
        messages.add(message);
        var answer = behaviour.apply(message);
        for (int i = 0; i < answer.headers().size(); i += 2) {
            exchange.getResponseHeaders()
                    .set(answer.headers().get(i), answer.headers().get(i + 1));
        }
        exchange.sendResponseHeaders(answer.status(), -1);
        exchange.close();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?x=1";
    }

    /** In the order in which they came. */
    public List<Message> messages() {
        return List.copyOf(messages);
    }

    /** What they are about, in the order in which they came. */
    public List<String> whats() {
        return messages().stream().map(Message::what).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
