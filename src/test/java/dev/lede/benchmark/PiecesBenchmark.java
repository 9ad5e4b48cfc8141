package dev.lede.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lede.benchmark.load.Children;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.Main;
import org.openjdk.jmh.generators.BenchmarkProcessor;

/**
 * What the inner pieces of requests and imports cost, by JMH; {@code -Dbenchmark.pieces=render} measures those whose names
 * match alone.
 */
class PiecesBenchmark {

    private static final Path SOURCES = Path.of("src/test/java/dev/lede/benchmark/piece");
    private static final String PIECES = System.getProperty("benchmark.pieces", "dev.lede.benchmark.piece");

    @TempDir
    Path classes;

    @Test
    @SuppressWarnings("SystemOut")
    void pieces() throws Exception {
        compile();
        var classPath = classes + System.getProperty("path.separator") + Children.classPath();
        // In a process of its own: JMH hands its class path on to those in which it measures.
        System.out.println(Children.output(
                Map.of("CLASSPATH", classPath),
                Children.JAVA.toString(),
                Main.class.getName(),
                PIECES,
                "-foe",
                "true"));
    }

    /** JMH runs code that it generates while these are compiled, which is no part of the build. */
    private void compile() throws IOException {
        var arguments = new ArrayList<>(List.of(
                "-nowarn",
                "-cp",
                Children.classPath(),
                "-processor",
                BenchmarkProcessor.class.getName(),
                "-d",
                classes.toString()));
        try (Stream<Path> sources = Files.list(SOURCES)) {
            sources.map(Path::toString).forEach(arguments::add);
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new)))
                .as("it compiles")
                .isZero();
    }
}
