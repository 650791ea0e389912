package io.carriageway.geo.format;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Opens XML of unknown origin: it has no say in what else is read. */
final class SafeXml {

    private SafeXml() {}

    /** Without document types and external entities. */
    static XMLStreamReader open(byte[] file) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(new ByteArrayInputStream(file));
    }

    /** The attribute; empty where there is none. */
    static String text(XMLStreamReader reader, String attribute) {
        var text = reader.getAttributeValue(null, attribute);
        return text == null ? "" : text;
    }
}
