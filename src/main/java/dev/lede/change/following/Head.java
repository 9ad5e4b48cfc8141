package dev.lede.change.following;

import dev.lede.article.query.Snapshot;
import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What a statement saw of the log as a whole. */
record Head(Snapshot snapshot, String log, long horizon) {

    static Head of(ResultSet row) throws SQLException {
        return new Head(Snapshot.of(row), row.getString("log"), row.getLong("horizon"));
    }

    Place now() {
        return Place.after(log, snapshot.revision());
    }

    /** @throws ProblemException {@code gone} when a place cannot be gone on from */
    void check(Place place) {
        var known = place.log().equals(log) && place.revision() <= snapshot.revision();
        if (!known || place.whole() < horizon) {
            throw new ProblemException(
                    ProblemType.GONE, "What changed since then is not known any more. Begin again without a cursor.");
        }
    }
}
