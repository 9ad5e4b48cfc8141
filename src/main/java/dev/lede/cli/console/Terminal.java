package dev.lede.cli.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Where a command writes: results on standard output, everything about how it goes on standard error. Thread-safe.
 *
 * @param isTerminal whether somebody watches standard error
 * @param hasColours whether diagnostics are coloured
 */
public record Terminal(PrintWriter out, PrintWriter err, boolean isTerminal, boolean hasColours) {

    private static final String RED = "31";
    private static final String YELLOW = "33";
    private static final String CLEAR_LINE = "\r\u001b[K";

    /** Of this process. Colours obey {@code NO_COLOR} (no-color.org). */
    public static Terminal of(PrintWriter out, PrintWriter err) {
        var watched = isWatched();
        var noColour = System.getenv("NO_COLOR");
        return new Terminal(out, err, watched, watched && (noColour == null || noColour.isEmpty()));
    }

    // Java tells of a console only when input and output are both one; Linux tells of each by itself.
    private static boolean isWatched() {
        try {
            var target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException elsewhere) {
            return shellSaysSo();
        }
    }

    private static boolean shellSaysSo() {
        try {
            var test =
                    new ProcessBuilder("/bin/sh", "-c", "[ -t 2 ]").inheritIO().start();
            return test.waitFor(1, TimeUnit.SECONDS) && test.exitValue() == 0;
        } catch (IOException noShell) {
            return false;
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A line of the result. */
    public synchronized void result(String line) {
        if (isTerminal) {
            err.print(CLEAR_LINE);
            err.flush();
        }
        out.println(line);
        out.flush();
    }

    /** A line about how it goes. */
    public synchronized void note(String line) {
        // A bar that stands there is drawn again by whoever draws it.
        err.println((isTerminal ? CLEAR_LINE : "") + line);
        err.flush();
    }

    /** What failed, as compilers say it: {@code posts/a.md:4:7: error: …}. */
    public void error(String place, String message) {
        diagnostic(place, "error", RED, message);
    }

    /** What looks wrong. */
    public void warning(String place, String message) {
        diagnostic(place, "warning", YELLOW, message);
    }

    /** Why a command cannot go on: a sentence, and lines below it. */
    public void failure(String sentence, List<String> more) {
        diagnostic("lede", "error", RED, sentence);
        more.forEach(line -> note("  " + Printable.of(line)));
    }

    private void diagnostic(String place, String kind, String colour, String message) {
        var label = hasColours ? "\u001b[1;" + colour + "m" + kind + ":\u001b[0m" : kind + ":";
        note(Printable.of(place) + ": " + label + " " + Printable.of(message));
    }
}
