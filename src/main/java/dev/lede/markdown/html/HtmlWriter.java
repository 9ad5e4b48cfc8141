package dev.lede.markdown.html;

import java.util.Map;

/** Writes HTML that reads back as what was written. Not thread-safe. */
final class HtmlWriter {

    private final StringBuilder html = new StringBuilder();
    private boolean isPreOpened;

    int length() {
        return html.length();
    }

    void open(String element, Map<String, String> attributes) {
        html.append('<').append(element);
        attributes.forEach((name, value) -> {
            html.append(' ').append(name).append("=\"");
            escape(value);
            html.append('"');
        });
        html.append('>');
        isPreOpened = element.equals("pre");
    }

    void close(String element) {
        isPreOpened = false;
        html.append("</").append(element).append('>');
    }

    void text(String text) {
        // HTML Standard: the parser drops a line feed right after <pre>.
        if (isPreOpened && text.startsWith("\n")) {
            html.append('\n');
        }
        isPreOpened = false;
        escape(text);
    }

    @Override
    public String toString() {
        return html.toString();
    }

    private void escape(String text) {
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            switch (unit) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                default -> html.append(unit);
            }
        }
    }
}
