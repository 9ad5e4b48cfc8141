package dev.lede.benchmark.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Processes that take part in a measurement. */
public final class Children {

    /** The Java that runs the benchmark. */
    public static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private Children() {}

    /** That of the tests. */
    public static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** A Java program of the benchmark, without agents. */
    public static Process java(Class<?> program, List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(JAVA.toString(), "-cp", classPath(), program.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Everything that a command prints until it ends. */
    public static String output(Map<String, String> environment, String... command) throws Exception {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return outputOf(builder.start());
    }

    /** Everything that a process prints until it ends. */
    public static String outputOf(Process process) throws Exception {
        try (var out = process.getInputStream()) {
            var output = new String(out.readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("It failed: " + output);
            }
            return output;
        }
    }

    /** Where a command is installed, if it is. */
    public static Optional<Path> installed(String command) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, command))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The processor time that a process has used, in microseconds. */
    static long cpuMicros(ProcessHandle process) {
        return process.info().totalCpuDuration().orElseThrow().toNanos() / 1_000;
    }

    /** The memory of a process that is in use, in mebibytes; 0 where the system does not tell. */
    public static long residentMebibytes(ProcessHandle process) throws IOException {
        var status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024)
                .sum();
    }
}
