package dev.lede.markdown.definition;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Writes definition lists as HTML's {@code dl}, {@code dt} and {@code dd}. */
final class DefinitionRenderer implements NodeRenderer {

    private static final Map<Class<? extends Node>, String> ELEMENTS =
            Map.of(DefinitionList.class, "dl", DefinitionTerm.class, "dt", Definition.class, "dd");

    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;

    DefinitionRenderer(HtmlNodeRendererContext context) {
        this.context = context;
        this.html = context.getWriter();
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return ELEMENTS.keySet();
    }

    @Override
    public void render(Node node) {
        String element = ELEMENTS.getOrDefault(node.getClass(), "div");
        html.line();
        html.tag(element);
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
        html.tag("/" + element);
        html.line();
    }
}
