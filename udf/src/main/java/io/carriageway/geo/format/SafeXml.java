package io.carriageway.geo.format;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Opens XML of unknown origin safely: document type definitions and external entities are not read. */
final class SafeXml {

    private SafeXml() {}

    /** Opens the file as UTF-16 if its first bytes show that, else with the encoding of its XML declaration. */
    static XMLStreamReader open(byte[] file) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var in = new ByteArrayInputStream(file);
        var encoding = TextEncoding.of(file);
        // a shell that saves a download as UTF-16 does not change a declaration of UTF-8
        return encoding.equals(StandardCharsets.UTF_8)
                ? factory.createXMLStreamReader(in)
                : factory.createXMLStreamReader(new InputStreamReader(in, encoding));
    }

    /** The attribute's value; empty if it is missing. */
    static String text(XMLStreamReader reader, String attribute) {
        var text = reader.getAttributeValue(null, attribute);
        return text == null ? "" : text;
    }
}
