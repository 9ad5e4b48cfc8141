package dev.lede.cli.outcome;

import java.util.List;

/** A command cannot go on. The message is a sentence for people; no stack trace is ever shown. */
public class CommandFailed extends Exception {

    private static final long serialVersionUID = 1L;

    private final Outcome outcome;
    private final transient List<String> more;

    public CommandFailed(Outcome outcome, String sentence) {
        this(outcome, sentence, List.of());
    }

    /** @param more further lines, each about one thing that is wrong */
    public CommandFailed(Outcome outcome, String sentence, List<String> more) {
        super(sentence);
        this.outcome = outcome;
        this.more = List.copyOf(more);
    }

    /** Nothing was stored, for a reason that this side found. */
    public static CommandFailed refused(String sentence) {
        return new CommandFailed(Outcome.NOTHING_STORED, sentence);
    }

    /** The command line asks for what cannot be. */
    public static CommandFailed usage(String sentence) {
        return new CommandFailed(Outcome.WRONG_USAGE, sentence);
    }

    /** How the command ends because of this. */
    public Outcome outcome() {
        return outcome;
    }

    /** The sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** Further lines, each about one thing that is wrong. */
    public List<String> more() {
        return more;
    }
}
