package dev.lede.markdown;

/**
 * Resolves the relative targets of a body. Asked for every target without scheme and host, but for bare fragments
 * ({@code #notes}); an empty answer takes the link or the picture off and leaves what stands in it.
 */
public interface LinkTargets {

    /** Leaves every target as it is written. */
    LinkTargets AS_WRITTEN = new LinkTargets() {
        @Override
        public String link(String target) {
            return target;
        }

        @Override
        public String picture(String target) {
            return target;
        }

        @Override
        public String reference(String target) {
            return target;
        }
    };

    /** The target of a link: {@code other.md}, {@code /about/}, {@code ?page=2}. */
    String link(String target);

    /** The target of a picture, a sound, a film or its poster. */
    String picture(String target);

    /**
     * The target of a {@code ref} or {@code relref} in a link, as written, fragment and all: {@code posts/chip.md#part},
     * {@code chip}; and of Jekyll's {@code post_url} and {@code link}: {@code 2020-01-01-chip}, {@code _posts/chip.md}.
     * Asked once for each use; an empty answer takes the link off.
     */
    String reference(String target);
}
