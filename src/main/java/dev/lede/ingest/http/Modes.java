package dev.lede.ingest.http;

import dev.lede.http.caching.Preconditions;
import dev.lede.http.query.Parameters;
import dev.lede.ingest.Mode;
import jakarta.ws.rs.core.HttpHeaders;

/** Reads how a write is meant. */
final class Modes {

    private Modes() {}

    static Mode of(Parameters parameters, HttpHeaders headers) {
        var dryRun = parameters.bool("dryRun", false);
        var strict = parameters.bool("strict", false);
        parameters.refuseIfAny();
        return new Mode(
                dryRun,
                strict,
                parameters.text("movedFrom").map(Paths::ofDocument),
                Preconditions.parse(
                        headers.getHeaderString(HttpHeaders.IF_MATCH),
                        headers.getHeaderString(HttpHeaders.IF_NONE_MATCH)));
    }
}
