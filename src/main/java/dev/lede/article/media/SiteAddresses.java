package dev.lede.article.media;

/**
 * What root-relative addresses of articles mean to those who are elsewhere.
 *
 * @param site where the site is, without a slash at its end; its articles' urls go behind it
 * @param api where Lede is, likewise
 */
public record SiteAddresses(String site, String api) {

    /** Below it Lede serves everything that articles refer to. */
    private static final String LEDE = "/v1/";

    /** Whether an address is a path from the root, and names no host. */
    public static boolean isRootRelative(String address) {
        return address.startsWith("/") && !address.startsWith("//");
    }

    /** The address that a path from the root means. */
    public String ofPath(String path) {
        return (path.startsWith(LEDE) ? api : site) + path;
    }
}
