package dev.lede.document.frontmatter;

import dev.lede.document.mistake.YamlMistakes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads YAML front matter (YAML 1.2, core schema; merges besides). */
final class YamlBlock {
    private final Position start;
    private final Findings findings;
    private final YamlLimits limits;

    private YamlBlock(Position start, Findings findings) {
        this.start = start;
        this.findings = findings;
        this.limits = new YamlLimits(start, findings);
    }

    /** The core schema without merges: the library's own way of merging never ends on an anchor merged into itself. */
    private static final class Schema extends CoreSchema {
        @Override
        public ScalarResolver getScalarResolver() {
            return new CoreScalarResolver(false);
        }
    }

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new Schema())
            .setAllowDuplicateKeys(true)
            .setAllowNonScalarKeys(true)
            .setCodePointLimit(1 << 21)
            .build();

    static @Nullable Value read(String content, Position start, Findings findings) {
        return new YamlBlock(start, findings).read(content);
    }

    private @Nullable Value read(String content) {
        try {
            return root(content);
        } catch (YamlLimits.Exceeded told) {
            return null;
        } catch (MarkedYamlEngineException e) {
            findings.error(start, YamlMistakes.of(e, content));
        } catch (ReaderException e) {
            Position at = Position.in(content, content.offsetByCodePoints(0, e.getPosition()));
            findings.error(
                    start.shift(at.line(), at.column()),
                    String.format(Locale.ROOT, "no YAML: the character U+%04X is not allowed", e.getCodePoint()));
        } catch (YamlEngineException e) {
            String message = String.valueOf(e.getMessage());
            findings.error(start, "no YAML: " + message.lines().findFirst().orElse(""));
        }
        return null;
    }

    private @Nullable Value root(String content) {
        Parser events = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, content));
        return new Composer(SETTINGS, limits.within(events))
                .getSingleNode()
                .map(this::value)
                .orElse(null);
    }

    private Value value(Node node) {
        Position at = at(node.getStartMark());
        if (!limits.enter(node, at)) {
            return new Value.Scalar(null, "", at);
        }
        Value value = value(node, at);
        limits.leave();
        return value;
    }

    private Value value(Node node, Position at) {
        if (node instanceof MappingNode mapping) {
            return mapping(mapping, at);
        }
        if (node instanceof SequenceNode sequence) {
            List<Value> items = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                items.add(value(item));
            }
            return new Value.Sequence(items, at);
        }
        ScalarNode scalar = (ScalarNode) node;
        return new Value.Scalar(YamlScalar.of(scalar), scalar.getValue(), at);
    }

    private Value.Mapping mapping(MappingNode node, Position at) {
        Entries entries = new Entries(findings);
        List<Node> merges = new ArrayList<>();
        for (NodeTuple tuple : node.getValue()) {
            Node key = tuple.getKeyNode();
            Position keyAt = at(key.getStartMark());
            if (isMerge(key)) {
                merges.add(tuple.getValueNode());
            } else if (key instanceof ScalarNode scalar) {
                entries.add(new Value.Entry(scalar.getValue(), value(tuple.getValueNode()), keyAt));
            } else {
                findings.error(keyAt, "a list or a map is no key", "put a value that begins with a bracket in quotes");
            }
        }
        merges.forEach(merge -> merge(merge, entries));
        return new Value.Mapping(entries.list(), at);
    }

    private static boolean isMerge(Node key) {
        return key instanceof ScalarNode scalar
                && scalar.getScalarStyle() == ScalarStyle.PLAIN
                && scalar.getValue().equals("<<");
    }

    // yaml.org/type/merge.html: earlier maps of a merged list win, and the map's own keys win over all.
    private void merge(Node node, Entries entries) {
        Value merged = value(node);
        if (merged instanceof Value.Mapping mapping) {
            mapping.entries().forEach(entries::addMissing);
        } else if (merged instanceof Value.Sequence sequence) {
            sequence.items().stream()
                    .filter(Value.Mapping.class::isInstance)
                    .flatMap(item -> ((Value.Mapping) item).entries().stream())
                    .forEach(entries::addMissing);
        } else {
            findings.error(merged.at(), "only maps can be merged with <<");
        }
    }

    private Position at(Optional<Mark> mark) {
        return mark.map(found -> start.shift(found.getLine() + 1, found.getColumn() + 1))
                .orElse(start);
    }
}
