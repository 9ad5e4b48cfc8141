package dev.lede.ingest.derive;

import dev.lede.article.view.CutSummary.Beginning;
import dev.lede.article.view.CutSummary.TextCutter;
import dev.lede.markdown.TextCut;
import jakarta.enterprise.context.ApplicationScoped;

/** Cuts text as the language that it is written in is read. */
@ApplicationScoped
class LanguageCutter implements TextCutter {

    @Override
    public Beginning cut(String text, int graphemes, String language) {
        var cut = TextCut.cut(text, graphemes, language);
        return new Beginning(cut.text(), cut.truncated());
    }
}
