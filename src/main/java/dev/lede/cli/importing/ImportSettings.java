package dev.lede.cli.importing;

import dev.lede.cli.outcome.CommandFailed;
import dev.lede.cli.upload.BulkMode;
import dev.lede.cli.upload.BulkMode.Prune;
import dev.lede.cli.upload.Report.Style;
import dev.lede.document.DocumentPath;
import dev.lede.document.IllegalPathException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an import was asked to do.
 *
 * @param into a folder that all paths are put below, with a slash at its end; empty for none
 * @param mode of the calls, without deletions
 * @param pruning what to delete that is not there any more
 */
public record ImportSettings(String into, BulkMode mode, Optional<Pruning> pruning, Style style) {

    /** What Java makes of bytes that the locale has no characters for. */
    private static final char UNDECODABLE = '\uFFFD';

    /**
     * Documents that are gone here go there too.
     *
     * @param scope the folder below which, with a slash at its end, or {@code /}; follows from what is imported when empty
     */
    public record Pruning(Optional<String> scope, OptionalLong maxDeletes) {

        Prune below(String standard) {
            return new Prune(scope.orElse(standard), maxDeletes);
        }
    }

    /**
     * A folder as people name one: {@code posts}, {@code posts/}, {@code /posts}, or {@code /} for everything.
     *
     * @return with a slash at its end; {@code /} for everything
     */
    public static String folder(String text) throws CommandFailed {
        var folder = text.replaceFirst("^(\\./|/)+", "").replaceFirst("/+$", "");
        if (folder.isEmpty() || folder.equals(".")) {
            return "/";
        }
        if (folder.indexOf(UNDECODABLE) >= 0) {
            throw CommandFailed.usage("A name on the command line cannot be read in this locale; set LC_ALL=C.UTF-8.");
        }
        try {
            return DocumentPath.parse(folder).value() + "/";
        } catch (IllegalPathException illegal) {
            throw CommandFailed.usage("\"" + text + "\" is no folder there: " + illegal.getMessage() + ".");
        }
    }
}
