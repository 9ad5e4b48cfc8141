package dev.lede.cli.compare;

import java.util.Collection;

/** The folders that paths share. */
public final class CommonFolder {

    private CommonFolder() {}

    /** The first folder of all paths, with a slash at its end; {@code /} when they do not have the same. */
    public static String first(Collection<String> paths) {
        var folder = deepest(paths);
        return folder.isEmpty() ? "/" : folder.substring(0, folder.indexOf('/') + 1);
    }

    /** The deepest folder that all paths lie in, with a slash at its end; empty when there is none. */
    public static String deepest(Collection<String> paths) {
        String common = null;
        for (var path : paths) {
            var folder = path.substring(0, path.lastIndexOf('/') + 1);
            common = common == null ? folder : shared(common, folder);
        }
        return common == null ? "" : common;
    }

    private static String shared(String one, String other) {
        var length = Math.min(one.length(), other.length());
        var same = 0;
        while (same < length && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return one.substring(0, one.lastIndexOf('/', same - 1) + 1);
    }
}
