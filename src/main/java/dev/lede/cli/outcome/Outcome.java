package dev.lede.cli.outcome;

/** How a command ended, and the exit status that says so. */
public enum Outcome {
    /** All well. */
    DONE(0, "all well"),
    /** Some documents failed; the others are stored. */
    SOME_FAILED(1, "some files failed, the others are stored"),
    /** The command line was wrong; nothing was tried. */
    WRONG_USAGE(2, "the command line is wrong"),
    /** Lede refused, or a condition did not hold: nothing is stored. */
    NOTHING_STORED(3, "nothing is stored: refused, or a condition does not hold"),
    /** Lede could not be reached, was lost on the way or is too busy: trying again is safe, and helps. */
    OUT_OF_REACH(4, "Lede is out of reach, was lost or is busy: try again"),
    /** The key is missing, wrong or may not do this. */
    KEY_REFUSED(5, "the key is missing, wrong or may not do this");

    private final int status;

    private final String meaning;

    Outcome(int status, String meaning) {
        this.status = status;
        this.meaning = meaning;
    }

    /** The exit status of the process. */
    public int status() {
        return status;
    }

    /** The same in words, for the help. */
    public String meaning() {
        return meaning;
    }
}
