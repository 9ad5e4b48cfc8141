package dev.lede.ingest.http.bulk;

import dev.lede.document.DocumentPath;
import dev.lede.document.IllegalPathException;
import dev.lede.http.problem.Violation;
import dev.lede.http.query.Parameters;
import dev.lede.ingest.bulk.BulkMode;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads how a bulk call is meant. */
record BulkParameters(BulkMode mode, @Nullable Prune prune) {

    /**
     * What did not come is to be deleted.
     *
     * @param scope the folder below which, with the slash at its end; empty for everywhere
     */
    record Prune(String scope, int maxDeletes) {}

    static final List<String> OF_BULK_ALONE = List.of("atomic", "ifRevision", "prune", "scope", "maxDeletes");

    private static final int MAX_DELETES = 100;
    private static final int MOST_DELETES = 10_000_000;

    /** @throws dev.lede.http.problem.ProblemException when anything is not as it may be */
    static BulkParameters of(Parameters parameters, HttpHeaders headers) {
        var atomic = parameters.bool("atomic", false);
        var strict = parameters.bool("strict", false);
        var dryRun = parameters.bool("dryRun", false);
        var revision = revision(parameters);
        var prune = prune(parameters);
        if (parameters.has("path")) {
            parameters.refuse(
                    Violation.ofParameter("path", "\"path\" is for one document; an upload of many names its own."));
        }
        for (var name : List.of(HttpHeaders.IF_MATCH, HttpHeaders.IF_NONE_MATCH)) {
            if (headers.getHeaderString(name) != null) {
                parameters.refuse(Violation.ofParameter(
                                name, name + " is for one document; many are held to a revision by \"ifRevision\".")
                        .withHint("ifRevision"));
            }
        }
        parameters.refuseIfAny();
        return new BulkParameters(new BulkMode(atomic, strict, dryRun, revision), prune.orElse(null));
    }

    private static OptionalLong revision(Parameters parameters) {
        var text = parameters.text("ifRevision");
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            var revision = Long.parseLong(text.get());
            if (revision >= 0) {
                return OptionalLong.of(revision);
            }
        } catch (NumberFormatException noNumber) {
            // Told below.
        }
        parameters.refuse(
                Violation.ofParameter("ifRevision", "\"ifRevision\" must be a revision, as Lede-Revision has it.")
                        .withValue(text.get()));
        return OptionalLong.empty();
    }

    private static Optional<Prune> prune(Parameters parameters) {
        var prune = parameters.bool("prune", false);
        var maxDeletes = parameters.integer("maxDeletes", 0, MOST_DELETES, MAX_DELETES);
        var scope = parameters.text("scope").map(text -> scope(parameters, text));
        if (!prune) {
            List.of("scope", "maxDeletes").stream()
                    .filter(parameters::has)
                    .forEach(name ->
                            parameters.refuse(Violation.ofParameter(name, "\"" + name + "\" is for \"prune=true\".")));
            return Optional.empty();
        }
        if (scope.isEmpty()) {
            parameters.refuse(Violation.ofParameter(
                            "scope",
                            "\"prune\" needs \"scope\", the folder below which what did not come is deleted; / for everywhere.")
                    .withHint("scope=posts/"));
            return Optional.empty();
        }
        return Optional.of(new Prune(scope.get(), maxDeletes));
    }

    private static String scope(Parameters parameters, String text) {
        var folder = text.replaceFirst("^(\\./|/)+", "").replaceFirst("/+$", "");
        if (folder.isEmpty()) {
            return "";
        }
        try {
            return DocumentPath.parse(folder).value() + "/";
        } catch (IllegalPathException illegal) {
            parameters.refuse(
                    Violation.ofParameter("scope", "\"scope\" must be a folder: " + illegal.getMessage() + ".")
                            .withValue(text));
            return "";
        }
    }
}
