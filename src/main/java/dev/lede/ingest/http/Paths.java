package dev.lede.ingest.http;

import dev.lede.document.DocumentPath;
import dev.lede.document.IllegalPathException;
import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import dev.lede.http.problem.Violation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the paths that clients name. */
final class Paths {

    private Paths() {}

    /** @throws ProblemException {@code invalid-path} when no document can have it */
    static DocumentPath ofDocument(String text) {
        var path = of(text);
        if (!path.isContent()) {
            throw refused(
                    text,
                    "A document's name ends in .md, .markdown, .mdown, .html or .htm, and does not begin with \".\""
                            + " or \"#\" or end with \"~\".");
        }
        return path;
    }

    /** The path, where a document can have it. */
    static Optional<DocumentPath> findDocument(String text) {
        try {
            return Optional.of(DocumentPath.parse(text)).filter(DocumentPath::isContent);
        } catch (IllegalPathException illegal) {
            return Optional.empty();
        }
    }

    /** @throws ProblemException {@code invalid-path} when no asset can be put there by itself */
    static DocumentPath ofAsset(String text) {
        var path = of(text);
        if (path.isContent() && !path.extension().startsWith("htm")) {
            throw refused(text, "This is the path of a document, which belongs under /v1/documents.");
        }
        return path;
    }

    /**
     * The path of an asset to be read or deleted: it may also be that of Markdown which is a file of a bundle.
     *
     * @throws ProblemException {@code invalid-path} when nothing can have it
     */
    static DocumentPath of(String text) {
        try {
            return DocumentPath.parse(text);
        } catch (IllegalPathException illegal) {
            throw refused(text, String.valueOf(illegal.getMessage()));
        }
    }

    private static ProblemException refused(String path, String reason) {
        // The rules of paths are written as parts of a sentence.
        var detail = reason.substring(0, 1).toUpperCase(Locale.ROOT)
                + reason.substring(1)
                + (reason.endsWith(".") ? "" : ".");
        return new ProblemException(
                ProblemType.INVALID_PATH,
                detail,
                List.of(Violation.ofParameter("path", detail).withValue(path)));
    }
}
