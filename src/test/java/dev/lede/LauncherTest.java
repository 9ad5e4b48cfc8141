package dev.lede;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, run on a JDK that only says how it was called. */
@Timeout(60)
class LauncherTest {

    private static final String ECHO =
            "#!/bin/sh\npwd\necho \"$$\"\nprintf '%s\\n' \"$@\"\necho \"LC_ALL=${LC_ALL:-}\"\n";

    @TempDir
    Path folder;

    private Path app;
    private Path jdk;

    @BeforeEach
    void install() throws IOException {
        folder = folder.toRealPath();
        app = Files.createDirectory(folder.resolve("the app"));
        Files.copy(Path.of("src", "main", "launcher", "lede"), app.resolve("lede"));
        jdk = folder.resolve("jdk");
        Files.createDirectories(jdk.resolve("bin"));
        var java = Files.writeString(jdk.resolve("bin").resolve("java"), ECHO);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void runsTheApplicationBesideItWithTheCallersArguments() throws Exception {
        assertThat(launch("17.0.1", Map.of()).output())
                .containsSequence("-jar", app.resolve("quarkus-run.jar").toString(), "import", "a b");
    }

    @Test
    void keepsTheCallersFolderAndItsOwnProcess() throws Exception {
        var run = launch("17.0.1", Map.of());
        assertThat(run.output()).startsWith(folder.toString(), Long.toString(run.pid()));
    }

    @Test
    void findsTheApplicationThroughSymbolicLinks() throws Exception {
        Files.createSymbolicLink(folder.resolve("first"), Path.of("the app", "lede"));
        Files.createSymbolicLink(folder.resolve("second"), folder.resolve("first"));
        assertThat(launch(folder.resolve("second"), "17.0.1", Map.of()).output())
                .contains(app.resolve("quarkus-run.jar").toString());
    }

    @Test
    void refusesAnOldJavaInOneSentence() throws Exception {
        var run = launch("11.0.2", Map.of());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.output())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("needs Java 17 or newer", "11.0.2", "JAVA_HOME"));
    }

    @Test
    void refusesAJavaHomeWithoutJava() throws Exception {
        Files.delete(jdk.resolve("bin").resolve("java"));
        var run = launch("17.0.1", Map.of());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.output())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("JAVA_HOME (" + jdk + ")"));
    }

    @Test
    void usesCompactHeadersWhereTheJavaHasThem() throws Exception {
        assertThat(launch("25.0.3", Map.of()).output()).contains("-XX:+UseCompactObjectHeaders");
        assertThat(launch("17.0.1", Map.of()).output()).doesNotContain("-XX:+UseCompactObjectHeaders");
    }

    @Test
    void givesBackMemoryWhereTheJavaCan() throws Exception {
        for (var able : List.of("17.0.9", "17.0.15+6-Debian-1deb12u1", "21.0.1+12", "22+36", "25.0.3+9-LTS")) {
            assertThat(launch(able, Map.of()).output()).as(able).contains("-XX:TrimNativeHeapInterval=5000");
        }
        for (var unable : List.of("17", "17+35", "17.0.8.1+1", "18.0.9", "21", "21+35")) {
            assertThat(launch(unable, Map.of()).output())
                    .as(unable)
                    .noneMatch(argument -> argument.contains("TrimNativeHeapInterval"));
        }
    }

    @Test
    void leavesHeapAndCollectorToWhoeverNamesThem() throws Exception {
        assertThat(launch("17.0.1", Map.of("JAVA_OPTS", "-Xmx2g -XX:+UseG1GC")).output())
                .contains("-Xmx2g", "-XX:+UseG1GC")
                .doesNotContain("-Xmx512m", "-XX:+UseSerialGC");
        assertThat(launch("17.0.1", Map.of("JDK_JAVA_OPTIONS", "-XX:MaxRAMPercentage=70"))
                        .output())
                .doesNotContain("-Xmx512m")
                .contains("-XX:+UseSerialGC");
    }

    @Test
    void usesTheStartUpArchiveOfTheVeryJdk() throws Exception {
        var archive = Files.createFile(app.resolve("startup-25.0.3+9.aot"));
        assertThat(launch("25.0.3+9", Map.of()).output()).contains("-XX:AOTCache=" + archive);
        assertThat(launch("25.0.4+1", Map.of()).output()).noneMatch(argument -> argument.contains("AOTCache"));
        archive = Files.createFile(app.resolve("startup-17.0.1.jsa"));
        assertThat(launch("17.0.1", Map.of()).output()).contains("-XX:SharedArchiveFile=" + archive);
    }

    @Test
    void mapsTheArchiveWhereItWasMadeForWhereTheJavaKnowsHow() throws Exception {
        assertThat(launch("17.0.1", Map.of()).output()).noneMatch(argument -> argument.contains("ArchiveRelocation"));
        for (var known : List.of("17.0.1.jsa", "25.0.3+9.aot")) {
            Files.createFile(app.resolve("startup-" + known));
            assertThat(launch(known.substring(0, known.length() - 4), Map.of()).output())
                    .containsSequence("-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0");
        }
        Files.createFile(app.resolve("startup-26+1.aot"));
        assertThat(launch("26+1", Map.of()).output())
                .anyMatch(argument -> argument.startsWith("-XX:AOTCache="))
                .noneMatch(argument -> argument.contains("ArchiveRelocation"));
    }

    @Test
    void commandsReadFileNamesWhereThereIsNoLocale() throws Exception {
        assertThat(launch("17.0.1", Map.of()).output()).contains("LC_ALL=C.UTF-8");
        assertThat(launch("17.0.1", Map.of("LC_ALL", "POSIX")).output()).contains("LC_ALL=C.UTF-8");
        assertThat(launch("17.0.1", Map.of("LANG", "de_DE.UTF-8")).output()).contains("LC_ALL=");
    }

    private Run launch(String version, Map<String, String> environment) throws Exception {
        return launch(app.resolve("lede"), version, environment);
    }

    private Run launch(Path launcher, String version, Map<String, String> environment) throws Exception {
        Files.writeString(jdk.resolve("release"), "JAVA_RUNTIME_VERSION=\"" + version + "\"\n");
        var builder = new ProcessBuilder("sh", launcher.toString(), "import", "a b")
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().retainAll(List.of("PATH"));
        builder.environment().put("JAVA_HOME", jdk.toString());
        builder.environment().putAll(environment);
        var process = builder.start();
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            var output = new String(process.getInputStream().readAllBytes(), UTF_8);
            return new Run(process.pid(), process.exitValue(), output.lines().toList());
        } finally {
            process.destroyForcibly();
        }
    }

    private record Run(long pid, int status, List<String> output) {}
}
