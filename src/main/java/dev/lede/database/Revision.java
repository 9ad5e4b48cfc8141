package dev.lede.database;

/**
 * The content revision: a number that grows by one with every transaction that changes content, in the order of
 * commits.
 */
public final class Revision {

    /** An expression for the newest revision that the statement's snapshot sees. */
    public static final String CURRENT = "(select number from revision)";

    private Revision() {}

    /**
     * Takes the next revision, from then on {@link #CURRENT}, and holds it until the transaction ends: whoever else wants
     * one waits. To be called once a transaction, after everything that may take long.
     */
    public static void next(Session session) {
        session.later(Sql.of("update revision set number = number + 1"));
    }
}
