package dev.lede.benchmark.rival;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lede.benchmark.load.Children;
import dev.lede.benchmark.load.Server;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The least that answers over HTTP in this JVM: constant bytes under {@code /0}, {@code /1} and so on, with the header
 * fields of the real answers, and 304 to everybody who has a copy. What the real server costs is told in multiples of it.
 */
public final class BareServer {

    private BareServer() {}

    /** Starts it, in a process of its own, with these answers in their order. */
    public static Running start(List<Sample> answers) throws IOException {
        var files = answers.stream()
                .flatMap(answer -> Stream.of(answer.fields(), answer.bytes()))
                .map(Path::toString)
                .toList();
        var process = Children.java(BareServer.class, files);
        // The process goes on writing nothing: its stream is left open.
        var line = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
        return new Running(process, Server.of(process, Integer.parseInt(line.substring(line.lastIndexOf(':') + 1))));
    }

    /** @param files for each answer its header fields and its bytes, see {@link Sample} */
    @SuppressWarnings("SystemOut")
    public static void main(String[] files) throws Exception {
        var bodies = new ArrayList<Buffer>();
        var fields = new ArrayList<String[][]>();
        for (int i = 0; i < files.length; i += 2) {
            fields.add(Files.readAllLines(Path.of(files[i])).stream()
                    .map(line -> line.split(": ", 2))
                    .toArray(String[][]::new));
            bodies.add(Buffer.buffer(Files.readAllBytes(Path.of(files[i + 1]))));
        }
        Vertx.vertx()
                .createHttpServer()
                .requestHandler(request -> {
                    int answer = request.path().charAt(1) - '0';
                    for (var field : fields.get(answer)) {
                        request.response().putHeader(field[0], field[1]);
                    }
                    if (request.headers().contains(HttpHeaders.IF_NONE_MATCH)) {
                        request.response().setStatusCode(304).end();
                    } else {
                        request.response().end(bodies.get(answer));
                    }
                })
                .listen(0, "127.0.0.1")
                .onSuccess(server -> System.out.println("Listening on: http://127.0.0.1:" + server.actualPort()))
                .onFailure(Throwable::printStackTrace);
    }
}
