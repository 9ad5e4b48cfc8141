package dev.lede.cli.console;

import java.time.Duration;

/** A plain line now and then, for logs. */
final class ProgressLines implements Progress {

    private static final Duration BETWEEN = Duration.ofSeconds(5);

    private final Terminal terminal;
    private final String what;
    private final long total;
    private final Unit unit;
    private final long began = System.nanoTime();
    private long told = began;

    ProgressLines(Terminal terminal, String what, long total, Unit unit) {
        this.terminal = terminal;
        this.what = what;
        this.total = total;
        this.unit = unit;
    }

    @Override
    public synchronized void to(long done) {
        var now = System.nanoTime();
        if (now - told >= BETWEEN.toNanos()) {
            told = now;
            terminal.note(line(done, Duration.ofNanos(now - began)));
        }
    }

    /** {@code storing: 1,200 of 5,000, 240/s, 16 s left}. */
    String line(long done, Duration elapsed) {
        var line = new StringBuilder(what).append(": ").append(amount(done));
        if (total >= 0) {
            line.append(" of ").append(amount(total));
        }
        if (unit == Unit.FILES) {
            line.append(", ").append(Numbers.rate(done, elapsed));
        }
        if (total >= 0 && done > 0 && done <= total) {
            var left = elapsed.toMillis() * ((double) (total - done) / done) / 1000;
            line.append(", ").append(Math.round(left)).append(" s left");
        }
        return line.toString();
    }

    private String amount(long number) {
        return unit == Unit.BYTES ? Numbers.bytes(number) : Numbers.count(number);
    }

    @Override
    public void close() {}
}
