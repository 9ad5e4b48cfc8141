package dev.lede.document.frontmatter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keys of one map while it is read: the last of two equal keys wins, with a warning. */
final class Entries {
    private final Map<String, Value.Entry> byKey = new LinkedHashMap<>();
    private final Findings findings;

    Entries(Findings findings) {
        this.findings = findings;
    }

    void add(Value.Entry entry) {
        Value.Entry earlier = byKey.put(entry.key(), entry);
        if (earlier != null) {
            findings.warning(
                    entry, "the key stands in line " + earlier.at().line() + " too; the last one counts", null);
        }
    }

    /** Adds what a merge brings, unless the map has it already. */
    void addMissing(Value.Entry entry) {
        byKey.putIfAbsent(entry.key(), entry);
    }

    List<Value.Entry> list() {
        return List.copyOf(byKey.values());
    }
}
