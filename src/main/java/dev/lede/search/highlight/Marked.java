package dev.lede.search.highlight;

import java.util.List;

/** Text as HTML in which what was found is marked: everything else is escaped. */
final class Marked {

    private Marked() {}

    static String html(String text, List<Span> found) {
        return html(text, new Span(0, text.length()), found);
    }

    /** @param part of the text, in which the spans lie or which they do not touch */
    static String html(String text, Span part, List<Span> found) {
        var html = new StringBuilder();
        int at = part.start();
        for (var span : found) {
            if (span.start() >= part.start() && span.end() <= part.end()) {
                escape(text, at, span.start(), html);
                html.append("<mark>");
                escape(text, span.start(), span.end(), html);
                html.append("</mark>");
                at = span.end();
            }
        }
        escape(text, at, part.end(), html);
        return html.toString();
    }

    private static void escape(String text, int from, int to, StringBuilder html) {
        for (int i = from; i < to; i++) {
            switch (text.charAt(i)) {
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '&' -> html.append("&amp;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(text.charAt(i));
            }
        }
    }
}
