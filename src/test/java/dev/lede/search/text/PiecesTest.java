package dev.lede.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PiecesTest {

    @ParameterizedTest
    @CsvSource({
        "Hello World,hello world",
        "ＡＢＣ１２３,abc123",
        "Straße,strasse",
        "Crème brûlée,creme brulee",
        "й Ёлка,и елка",
        "3nm芯片,3nm 芯片",
        "國際電腦,国际电脑",
        "ﾌﾟﾛｸﾞﾗﾑ,プログラム",
        "がぎ,がぎ",
        "한국 경제,한국 경제",
        "人工 智能,人工智能",
        "发布。他说,发布 他说",
        "中文English混排,中文 english 混排",
        "ชาย,ชาย",
        "café®,cafe ®",
    })
    void areFolded(String text, String pieces) {
        assertThat(joined(text)).isEqualTo(pieces);
    }

    @ParameterizedTest
    @CsvSource({
        "C++ and C#,c++ - c#",
        "use .NET now,- .net -",
        "使用.NET开发,- - .net - -",
        "ASP.NET,- .net",
        "a+b,- -",
        "the end.,- -",
    })
    void keepSignsThatBelongToThem(String text, String symbols) {
        assertThat(Pieces.of(text).stream()
                        .map(piece -> piece instanceof Piece.Word word
                                        && !word.symbol().isEmpty()
                                ? word.symbol()
                                : "-")
                        .collect(Collectors.joining(" ")))
                .isEqualTo(symbols);
    }

    @ParameterizedTest
    @CsvSource({
        "camelCase,camel case",
        "HTMLParser,html parser",
        "GPT4o,gpt 4o",
        "3nm,",
        "UPPER,",
        "Word,",
        "parseURLFast,parse url fast",
    })
    void knowTheirParts(String text, String parts) {
        var word = (Piece.Word) Pieces.of(text).get(0);
        assertThat(String.join(" ", word.parts())).isEqualTo(parts == null ? "" : parts);
    }

    @ParameterizedTest
    @CsvSource({"e-mail,-", "me@example.com,@.", "1.2.3,..", "a - b,", "snake_case,_", "a -b,", "a+b,+", "a--b,"})
    void knowWhatJoinsThem(String text, String joints) {
        assertThat(Pieces.of(text).stream()
                        .filter(piece -> piece instanceof Piece.Word word && word.joint() != 0)
                        .map(piece -> String.valueOf(((Piece.Word) piece).joint()))
                        .collect(Collectors.joining()))
                .isEqualTo(joints == null ? "" : joints);
    }

    @Test
    void knowWhereTheyComeFrom() {
        var text = "Größe: ﬁne 𠮷野家 e\u0301te\u0301";
        assertThat(Pieces.of(text).stream().map(piece -> text.substring(piece.start(), piece.end())))
                .containsExactly("Größe", "ﬁne", "𠮷", "野", "家", "e\u0301te\u0301");
    }

    private static String joined(String text) {
        var joined = new StringBuilder();
        for (var piece : Pieces.of(text)) {
            if (joined.length() > 0 && !(piece instanceof Piece.Single single && single.adjacent())) {
                joined.append(' ');
            }
            joined.append(piece.text());
        }
        return joined.toString();
    }
}
