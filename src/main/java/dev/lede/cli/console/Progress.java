package dev.lede.cli.console;

/** Tells whoever waits how far it is. Thread-safe. */
public interface Progress extends AutoCloseable {

    /** What is counted. */
    enum Unit {
        FILES,
        BYTES
    }

    /** Tells nobody. */
    Progress NONE = new Progress() {
        @Override
        public void to(long done) {}

        @Override
        public void close() {}
    };

    /** So much is done by now, of all. */
    void to(long done);

    /** It is over; the bar goes. */
    @Override
    void close();

    /**
     * A bar on a terminal, elsewhere a line every few seconds.
     *
     * @param what is done, as in {@code storing}
     * @param total how much there is to do; negative when nobody knows
     */
    static Progress of(Terminal terminal, String what, long total, Unit unit) {
        return terminal.isTerminal()
                ? new ProgressBars(what, total, unit)
                : new ProgressLines(terminal, what, total, unit);
    }
}
