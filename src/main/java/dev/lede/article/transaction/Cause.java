package dev.lede.article.transaction;

import java.util.Locale;

/** Who makes a change. */
public enum Cause {
    /** Somebody who writes: a document or an asset came, went or changed. */
    AUTHOR,
    /** The clock, by which articles appear and disappear. */
    CLOCK,
    /** A picture that was fetched and looked at, which the articles that show it tell now. */
    PICTURE,
    /** Another configuration or newer code, which understands documents in another way. */
    RENEWAL;

    /** As it is stored. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
