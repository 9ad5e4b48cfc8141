package dev.lede.markdown.tag;

/**
 * A tag, or a pair of them with what stands between.
 *
 * @param start where it begins in the source
 * @param end where it ends
 * @param content the target of a reference, the text that is shown, or the code
 * @param language of code; empty when unknown
 */
record Tag(Kind kind, int start, int end, String content, String language) {

    enum Kind {
        /** A tag of which nothing is left. */
        VANISHING,
        /** {@code ref}, {@code relref}, {@code post_url}: vanishes too, but for the target of a link. */
        REFERENCE,
        /** {@code link} of Jekyll, which names any file of the site. */
        FILE,
        /** A shortcode that is shown. */
        SHOWN,
        /** Code with the tags around it. */
        CODE
    }

    static Tag vanishing(int start, int end) {
        return new Tag(Kind.VANISHING, start, end, "", "");
    }

    boolean isReference() {
        return kind == Kind.REFERENCE || kind == Kind.FILE;
    }
}
