package dev.lede.cli.upload;

import dev.lede.cli.console.Numbers;
import dev.lede.cli.console.Progress;
import dev.lede.cli.console.Progress.Unit;
import dev.lede.cli.console.Terminal;
import dev.lede.cli.http.Json;
import dev.lede.cli.http.Violation;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Tells of an import while it goes on, and of its end. Thread-safe where files are sent and answers read at once. */
public final class Report implements AutoCloseable {

    private final Terminal terminal;
    private final Style style;
    private final UnaryOperator<String> places;
    private final Consumer<Item> planned;
    private final long began = System.nanoTime();
    private Progress progress = Progress.NONE;
    private boolean isUploading;
    private long expected;
    private long done;

    /**
     * How much is told.
     *
     * @param quiet only what fails
     * @param json results as lines of JSON
     */
    public record Style(boolean quiet, boolean json) {}

    /**
     * @param places the file on this side, of a path on the other
     * @param planned is told of each file too
     */
    public Report(Terminal terminal, Style style, UnaryOperator<String> places, Consumer<Item> planned) {
        this.terminal = terminal;
        this.style = style;
        this.places = places;
        this.planned = planned;
    }

    /** A sentence about how it goes. */
    public void note(String sentence) {
        if (!style.quiet()) {
            terminal.note(sentence);
        }
    }

    /** What looks wrong about a file that is left out. */
    public void warning(String place, String message) {
        if (!style.quiet()) {
            terminal.warning(place, message);
        }
    }

    /** From now on bytes are sent. */
    public synchronized void uploading(long bytes, long files) {
        begin("uploading", bytes, Unit.BYTES);
        isUploading = true;
        expected = files;
        done = 0;
    }

    /** From now on files are worked through, one by one. */
    public synchronized void counting(String what, long files) {
        begin(what, files, Unit.FILES);
        done = 0;
    }

    private void begin(String what, long total, Unit unit) {
        progress.close();
        isUploading = false;
        progress = style.quiet() ? Progress.NONE : Progress.of(terminal, what, total, unit);
    }

    /** So many bytes, or files, more are done. */
    public synchronized void step(long more) {
        done += more;
        progress.to(done);
    }

    /** What became of a file. */
    public synchronized void item(Item item) {
        if (isUploading) {
            counting("storing", expected);
        }
        step(1);
        if (style.json()) {
            terminal.result(Json.line(item.json()));
        }
        planned.accept(item);
        var place = places.apply(item.path());
        tell(place, item.errors(), false);
        if (!style.quiet()) {
            tell(place, item.warnings(), true);
        }
    }

    private void tell(String place, List<Violation> violations, boolean warning) {
        for (var violation : violations) {
            if (warning) {
                terminal.warning(place + violation.place(), violation.message());
            } else {
                terminal.error(place + violation.place(), violation.message());
            }
        }
    }

    /** The end of it. */
    public synchronized void end(Result result, boolean dryRun) {
        over();
        if (style.json()) {
            terminal.result(Json.line(result.json()));
        } else if (!style.quiet()) {
            var elapsed = Duration.ofNanos(System.nanoTime() - began);
            var revision = result.revision();
            var begins = dryRun ? "nothing is stored; it would be: " : result.isStored() ? "" : "nothing is stored: ";
            terminal.result(begins + result.summary() + " in " + Numbers.seconds(elapsed) + " ("
                    + Numbers.rate(result.summary().all(), elapsed) + ")"
                    + (revision.isPresent() ? ", revision " + revision.getAsLong() : ""));
        }
    }

    /** Nothing is counted for now. */
    public synchronized void over() {
        progress.close();
        progress = Progress.NONE;
    }

    @Override
    public void close() {
        over();
    }
}
