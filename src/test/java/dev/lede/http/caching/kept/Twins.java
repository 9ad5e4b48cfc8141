package dev.lede.http.caching.kept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lede.http.RawHttp;
import dev.lede.http.RawHttp.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Asks for the same with and without memory: what is sent with credentials of any scheme is never answered from it. */
final class Twins implements AutoCloseable {

    private static final String ANEW = "Authorization: Basic bm9ib2R5";

    /**
     * What is of an exchange, and not of what is answered; and what it depends on, which may be told more broadly of a
     * term that was made since.
     */
    private static final Set<String> OF_EXCHANGE =
            Set.of("x-request-id", "server-timing", "lede-revision", "cache-tag");

    private final RawHttp connection;

    Twins() throws IOException {
        connection = RawHttp.connect();
    }

    Reply kept(String method, String target, String... headers) throws IOException {
        var all = new ArrayList<>(Arrays.asList(headers));
        // Problems tell it in their bodies.
        all.add("X-Request-Id: twin");
        return connection.send(method, target, all.toArray(String[]::new)).reply(method.equals("HEAD"));
    }

    Reply anew(String method, String target, String... headers) throws IOException {
        var all = new ArrayList<>(Arrays.asList(headers));
        all.add(ANEW);
        return kept(method, target, all.toArray(String[]::new));
    }

    /** Asks until nothing changes meanwhile, and holds what may come from memory to what does not. */
    Reply same(String method, String target, String... headers) throws IOException {
        for (int attempt = 0; attempt < 20; attempt++) {
            var before = anew(method, target, headers);
            var kept = kept(method, target, headers);
            var after = anew(method, target, headers);
            if (seen(before).equals(seen(after)) && Arrays.equals(before.body(), after.body())) {
                assertThat(seen(kept)).as(method + " " + target).isEqualTo(seen(after));
                assertThat(kept.text()).as(method + " " + target).isEqualTo(after.text());
                return kept;
            }
        }
        throw new AssertionError("Never the same twice: " + target);
    }

    private static List<String> seen(Reply reply) {
        var lines = new TreeSet<String>();
        lines.add("status " + reply.status());
        for (var line : reply.headers()) {
            var name = line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT);
            lines.add(OF_EXCHANGE.contains(name) ? name : name + line.substring(line.indexOf(':')));
        }
        return List.copyOf(lines);
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
