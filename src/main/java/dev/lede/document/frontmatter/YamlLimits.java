package dev.lede.document.frontmatter;

import dev.lede.document.Finding;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.Parser;

/** Keeps a small YAML text from becoming a huge or endless tree. */
final class YamlLimits {
    private static final int MOST_ALIASES = 50;
    // Fifty aliases of a long text, or of one another, could still fill the memory.
    private static final long MOST_EXPANDED = 4L << 20;
    // YAML 1.2.2 §10.3, and the tag that says "no tag".
    private static final Set<String> KNOWN = Stream.of(
                    Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.MAP, Tag.SEQ, new Tag("!"))
            .map(Tag::getValue)
            .collect(Collectors.toUnmodifiableSet());

    private final Position start;
    private final Findings findings;
    private long expanded;
    private int level;

    YamlLimits(Position start, Findings findings) {
        this.start = start;
        this.findings = findings;
    }

    /** What was read is too much; the findings say why. */
    static final class Exceeded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Exceeded() {
            super("The findings say why", null, false, false);
        }
    }

    /**
     * The same events, as long as levels, aliases and tags stay within the limits: building a tree of them recurses.
     * Past them {@code next} throws {@link Exceeded}.
     */
    Parser within(Parser events) {
        return new Limited(events);
    }

    private final class Limited implements Parser {
        private final Parser events;
        private int depth;
        private int aliases;

        Limited(Parser events) {
            this.events = events;
        }

        @Override
        public boolean checkEvent(Event.ID choice) {
            return events.checkEvent(choice);
        }

        @Override
        public Event peekEvent() {
            return events.peekEvent();
        }

        @Override
        public boolean hasNext() {
            return events.hasNext();
        }

        @Override
        public Event next() {
            Event event = events.next();
            Optional<String> tag = tag(event).filter(name -> !KNOWN.contains(name));
            if (tag.isPresent()) {
                throw refused(event, "the tag " + Finding.clip(tag.get()) + " is not supported");
            } else if (event instanceof CollectionStartEvent && ++depth > FrontMatter.MOST_LEVELS) {
                throw refused(event, "lists and maps are nested more than " + FrontMatter.MOST_LEVELS + " levels deep");
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            } else if (event instanceof AliasEvent && ++aliases > MOST_ALIASES) {
                throw refused(event, "more than " + MOST_ALIASES + " aliases");
            }
            return event;
        }
    }

    private static Optional<String> tag(Event event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getTag();
        }
        return event instanceof CollectionStartEvent collection ? collection.getTag() : Optional.empty();
    }

    private Exceeded refused(Event event, String what) {
        Position at = event.getStartMark()
                .map(mark -> start.shift(mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(start);
        findings.error(at, what);
        return new Exceeded();
    }

    /** Whether a node may become part of the tree; reports when not. Where it may, {@link #leave} follows. */
    boolean enter(Node node, Position at) {
        if (findings.failed()) {
            return false;
        }
        // Aliases of deep nodes inside deep nodes: 50 times 100 levels.
        if (level >= FrontMatter.MOST_LEVELS) {
            findings.error(at, "the aliases nest more than " + FrontMatter.MOST_LEVELS + " levels deep");
        } else if (node instanceof CollectionNode<?> collection && collection.isRecursive()) {
            findings.error(at, "an anchor that contains itself");
        }
        expanded += node instanceof ScalarNode scalar ? 1 + scalar.getValue().length() : 1;
        if (expanded > MOST_EXPANDED) {
            findings.error(at, "the aliases expand to more than 4 MiB");
        }
        if (findings.failed()) {
            return false;
        }
        level++;
        return true;
    }

    void leave() {
        level--;
    }
}
