package dev.lede.feed.xml;

import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * An XML document that is written from its beginning to its end. Names come from the program and may have a prefix;
 * text and values may be anything: what must be escaped is, and what XML cannot hold is left out. Not thread-safe.
 */
public final class XmlDocument {

    // The one of the JDK, whatever else lies on the class path.
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(16 * 1_024);
    private final XMLStreamWriter writer;

    /** Begins a document in UTF-8. */
    public XmlDocument() {
        try {
            writer = FACTORY.createXMLStreamWriter(bytes, "UTF-8");
            writer.writeStartDocument("UTF-8", "1.0");
            writer.writeCharacters("\n");
        } catch (XMLStreamException fault) {
            throw new IllegalStateException("Writing to memory does not fail", fault);
        }
    }

    /** @param attributes names and values by turns; one without a value is left out */
    public XmlDocument open(String name, @Nullable String... attributes) {
        try {
            writer.writeStartElement(name);
            attributes(attributes);
        } catch (XMLStreamException fault) {
            throw new IllegalStateException("An element out of place: " + name, fault);
        }
        return this;
    }

    /** An element without content. */
    public XmlDocument empty(String name, @Nullable String... attributes) {
        try {
            writer.writeEmptyElement(name);
            attributes(attributes);
        } catch (XMLStreamException fault) {
            throw new IllegalStateException("An element out of place: " + name, fault);
        }
        return this;
    }

    /** An element with text in it. */
    public XmlDocument text(String name, String text, @Nullable String... attributes) {
        open(name, attributes);
        try {
            writer.writeCharacters(XmlText.legal(text));
        } catch (XMLStreamException fault) {
            throw new IllegalStateException("Text out of place in " + name, fault);
        }
        return close();
    }

    /** Ends the element that was opened last. */
    public XmlDocument close() {
        try {
            writer.writeEndElement();
            writer.writeCharacters("\n");
        } catch (XMLStreamException fault) {
            throw new IllegalStateException("There is no element to end", fault);
        }
        return this;
    }

    /** The whole document; nothing can be written any more. */
    public byte[] bytes() {
        try {
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException fault) {
            throw new IllegalStateException("Writing to memory does not fail", fault);
        }
        return bytes.toByteArray();
    }

    private void attributes(@Nullable String... attributes) throws XMLStreamException {
        for (var i = 0; i < attributes.length; i += 2) {
            var name = attributes[i];
            var value = attributes[i + 1];
            if (name != null && value != null) {
                writer.writeAttribute(name, XmlText.legal(value));
            }
        }
    }
}
