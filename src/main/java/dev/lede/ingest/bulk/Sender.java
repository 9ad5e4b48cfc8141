package dev.lede.ingest.bulk;

import dev.lede.article.transaction.ContentWrite;
import dev.lede.database.Session;
import dev.lede.database.Sql;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who sends files, which decides what may be touched, and what is deleted because it did not come. */
public interface Sender {

    /** Those of the paths that are not this sender's to touch, with a sentence that says why. */
    Map<String, String> refused(Session session, List<String> paths);

    /** What goes. */
    Optional<Prune> prune();

    /** When all documents are stored, and those that go are gone. */
    void end(ContentWrite write);

    /**
     * Documents that go because they did not come, with the assets of their bundles.
     *
     * @param condition on the path of the document or asset {@code d}; {@code upload_path} has the paths of all that came
     * @param scope where, in words for people
     * @param maxDeletes so many at most, moves not counted
     */
    record Prune(Sql condition, String scope, int maxDeletes) {}
}
