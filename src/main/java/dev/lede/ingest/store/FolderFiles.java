package dev.lede.ingest.store;

import dev.lede.database.Session;
import dev.lede.database.Sql;
import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import dev.lede.ingest.derive.IngestConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The files of the folder that Lede serves: what came from it is changed there and nowhere else. Thread-safe. */
@ApplicationScoped
public class FolderFiles {

    private final boolean active;

    FolderFiles(IngestConfig config) {
        this.active = config.contentDir().isPresent();
    }

    /** A file as it was when it was read last; {@code modified} in nanoseconds since 1970. */
    public record Seen(long size, long modified) {}

    /** All files, by their paths. */
    public Map<String, Seen> all(Session session) {
        var files = new HashMap<String, Seen>();
        session.list(
                Sql.of("select path, size, modified from folder_file"),
                row -> files.put(row.getString("path"), new Seen(row.getLong("size"), row.getLong("modified"))));
        return files;
    }

    /** Remembers files as they are now. */
    public void remember(Session session, Map<String, Seen> files) {
        session.updateEach(files.entrySet().stream()
                .map(file -> Sql.of(
                        "insert into folder_file (path, size, modified) values (?, ?, ?) on conflict (path)"
                                + " do update set size = excluded.size, modified = excluded.modified",
                        file.getKey(),
                        file.getValue().size(),
                        file.getValue().modified()))
                .toList());
    }

    /** Forgets files that are there no more. */
    public void forget(Session session, Collection<String> paths) {
        session.update(Sql.of("delete from folder_file where path = any(?)", List.copyOf(paths)));
    }

    /** Those of the paths that belong to the folder; none when no folder is served. */
    public Set<String> owned(Session session, Collection<String> paths) {
        return active
                ? new HashSet<>(session.list(
                        Sql.of("select path from folder_file where path = any(?)", List.copyOf(paths)),
                        row -> row.getString("path")))
                : Set.of();
    }

    /** The condition that a path, given as SQL, does not belong to the folder. */
    public Sql isNotOwned(String path) {
        return Sql.of(active ? "not exists (select from folder_file o where o.path = " + path + ")" : "true");
    }

    /**
     * Goes on only with what does not belong to the folder.
     *
     * @throws ProblemException {@code conflict}
     */
    public void refuse(Session session, String path) {
        if (!owned(session, List.of(path)).isEmpty()) {
            throw new ProblemException(ProblemType.CONFLICT, sentence(path));
        }
    }

    /** Why a path is refused. */
    public static String sentence(String path) {
        return "\"" + path + "\" is a file of the folder that Lede serves (lede.content-dir), and is changed there.";
    }
}
