package dev.lede.feed.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class XmlDocumentTest {

    private static Element read(byte[] xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml))
                .getDocumentElement();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b> & \"c\" 'd'", "]]>", "<![CDATA[x]]>", "&amp;", "中文 😀 é", "<?x?><!--y-->", ""})
    void keepsAllText(String text) throws Exception {
        var root = read(
                new XmlDocument().open("a", "x", text).text("b", text).close().bytes());
        assertThat(root.getAttribute("x")).isEqualTo(text);
        assertThat(root.getElementsByTagName("b").item(0).getTextContent()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u0000", "\u0007", "\u000B", "\u001F", "\uFFFE", "\uFFFF", "\uD83D", "\uDE00", "\uDE00\uD83D"})
    void leavesOutWhatXmlCannotHold(String illegal) throws Exception {
        var xml = new XmlDocument()
                .open("a", "x", "1" + illegal + "2")
                .text("b", "1" + illegal + "2")
                .close()
                .bytes();
        var root = read(xml);
        assertThat(root.getAttribute("x")).isEqualTo("12");
        assertThat(root.getTextContent().strip()).isEqualTo("12");
        assertThat(new String(xml, UTF_8)).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    }
}
