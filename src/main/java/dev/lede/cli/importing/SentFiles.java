package dev.lede.cli.importing;

import dev.lede.cli.upload.Outgoing;
import dev.lede.document.DocumentPath;
import dev.lede.document.IllegalPathException;
import dev.lede.tree.TreeFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Files of a folder with the paths that Lede is to have them at.
 *
 * @param byPath in the order of their paths
 * @param unnameable files whose paths would be too long there
 */
record SentFiles(Map<String, TreeFile> byPath, List<TreeFile> unnameable) {

    static SentFiles of(List<TreeFile> files, String into) {
        var byPath = new LinkedHashMap<String, TreeFile>();
        var unnameable = new ArrayList<TreeFile>();
        for (var file : files) {
            try {
                byPath.put(DocumentPath.parse(into + file.path()).value(), file);
            } catch (IllegalPathException tooLong) {
                unnameable.add(file);
            }
        }
        return new SentFiles(byPath, unnameable);
    }

    List<Outgoing> outgoing() {
        return byPath.entrySet().stream()
                .map(entry -> new Outgoing(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Where a file lies on this side, as it can be opened; its path where it lies on the other side alone. */
    String place(String path) {
        var file = byPath.get(path);
        return file == null ? path : file.file().toString();
    }
}
