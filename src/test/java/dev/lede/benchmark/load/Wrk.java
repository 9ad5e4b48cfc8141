package dev.lede.benchmark.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** wrk, which asks as often as it is answered and takes little of the processor for it. */
final class Wrk {

    private static final Optional<Path> PROGRAM = Children.installed("wrk");
    private static final Pattern FIGURES = Pattern.compile("(?m)^figures (.*)$");

    private static final String SCRIPT = """
            local target, bound = "%s", %d
            if bound > 0 then
              math.randomseed(os.time())
              request = function()
                return wrk.format(nil, (target:gsub("%%*", math.random(0, bound - 1))))
              end
            end
            done = function(summary, latency)
              local errors = summary.errors
              local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
              print(string.format("figures %%d %%d %%d %%d %%d %%d", summary.requests, failed,
                latency:percentile(50), latency:percentile(95), latency:percentile(99), summary.duration))
            end
            """;

    private Wrk() {}

    static boolean isThere() {
        return PROGRAM.isPresent();
    }

    /** Asks for so many seconds, and prints what {@link LoadGenerator} prints. */
    static String run(Load load, int port, int connections, int seconds) throws Exception {
        var script = Files.createTempFile("load", ".lua");
        try {
            Files.writeString(script, SCRIPT.formatted(load.target(), load.bound()));
            var command = new ArrayList<>(List.of(
                    PROGRAM.orElseThrow().toString(),
                    "-t1",
                    "-c" + connections,
                    "-d" + seconds + "s",
                    "-s" + script,
                    "http://127.0.0.1:" + port + load.target().replace("*", "0")));
            load.fields().forEach(field -> command.addAll(List.of("-H", field)));
            var printed = Children.output(Map.of(), command.toArray(String[]::new));
            var figures = FIGURES.matcher(printed);
            if (!figures.find()) {
                throw new IllegalStateException(printed);
            }
            return figures.group(1);
        } finally {
            Files.delete(script);
        }
    }
}
