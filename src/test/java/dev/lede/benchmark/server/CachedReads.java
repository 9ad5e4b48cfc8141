package dev.lede.benchmark.server;

import dev.lede.benchmark.load.Load;
import dev.lede.benchmark.load.Load.Result;
import dev.lede.benchmark.load.Server;
import dev.lede.benchmark.load.Side;
import dev.lede.benchmark.rival.BareServer;
import dev.lede.benchmark.rival.Nginx;
import dev.lede.benchmark.rival.Sample;
import dev.lede.operation.Packaged;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Reads that are answered from memory, beside a bare handler with the same bytes, and nginx with them in files. */
final class CachedReads {

    private static final List<Question> QUESTIONS = List.of(
            new Question("list of 20", "/v1/articles", false),
            new Question("one by slug", "/v1/articles/article-7", false),
            new Question("tags", "/v1/tags", false),
            new Question("304", "/v1/articles", true));

    private final HttpClient client = HttpClient.newHttpClient();
    private final Installation installation;
    private final Packaged lede;

    CachedReads(Installation installation, Packaged lede) {
        this.installation = installation;
        this.lede = lede;
    }

    /** @param held whether who asks has a copy already */
    private record Question(String name, String target, boolean held) {}

    void compare() throws Exception {
        var samples = new ArrayList<Sample>();
        for (var question : QUESTIONS) {
            var name = Integer.toString(samples.size());
            samples.add(Sample.of(lede.get(question.target()), installation.directory(), name));
        }
        var program = Nginx.program();
        try (var bare = BareServer.start(samples)) {
            if (program.isEmpty()) {
                Report.line("* There is no nginx here, so nothing is compared with it.");
                compare(List.of(bare.server()));
                return;
            }
            var directory = installation.directory().resolve("nginx");
            try (var nginx = Nginx.start(program.get(), directory, samples)) {
                compare(List.of(bare.server(), nginx.server()));
            }
        }
    }

    private void compare(List<Server> others) throws Exception {
        Report.table(
                "cached",
                "a second",
                "bare",
                "nginx",
                "of bare",
                "of nginx",
                "CPU us",
                "bare",
                "nginx",
                "of bare",
                "of nginx",
                "p50 us",
                "p95",
                "p99");
        for (int number = 0; number < QUESTIONS.size(); number++) {
            var question = QUESTIONS.get(number);
            var sides = new ArrayList<>(List.of(side(question, Installation.server(lede), question.target())));
            for (var other : others) {
                sides.add(side(question, other, "/" + number));
            }
            var results = Side.byTurns(sides);
            var steady = sides.get(0).load().steady(results.get(0), sides.get(0).server());
            print(question, results, steady);
        }
    }

    private Side side(Question question, Server server, String target) throws IOException, InterruptedException {
        if (!question.held()) {
            return new Side(Load.of(target), server);
        }
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + target))
                .build();
        var tag = client.send(request, BodyHandlers.discarding()).headers().firstValue("ETag");
        return new Side(Load.of(target, "If-None-Match: " + tag.orElseThrow()), server);
    }

    private static void print(Question question, List<Result> results, Result steady) {
        Report.line(
                "| %s | %s | %s | %d | %d | %d |",
                question.name(),
                cells("%.0f", results.stream().map(Result::perSecond).toList()),
                cells("%.1f", results.stream().map(Result::cpu).toList()),
                steady.p50(),
                steady.p95(),
                steady.p99());
    }

    /** Lede's figure, those of the others, and Lede's in parts of each; a dash for who is not there. */
    private static String cells(String format, List<Double> figures) {
        var ours = figures.get(0);
        var others = figures.subList(1, figures.size());
        var absent = figures.size() == 3 ? List.<String>of() : List.of("-");
        return Stream.of(
                        figures.stream().map(figure -> String.format(Locale.ROOT, format, figure)),
                        absent.stream(),
                        others.stream().map(other -> String.format(Locale.ROOT, "%.2f", ours / other)),
                        absent.stream())
                .flatMap(cells -> cells)
                .reduce((left, right) -> left + " | " + right)
                .orElseThrow();
    }
}
