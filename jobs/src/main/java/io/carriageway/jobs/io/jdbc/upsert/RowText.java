package io.carriageway.jobs.io.jdbc.upsert;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Formats rows as JSON text of bounded size, for people to read. Times are text as the tables show them, in UTC. A long
 * text is cut and ends with its length.
 */
final class RowText {

    private static final int MAX_TEXT = 2_000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);
    private static final ObjectMapper JSON = new ObjectMapper();

    private RowText() {}

    static String of(SpecificRecordBase row, Collection<String> columns) {
        var object = JSON.createObjectNode();
        columns.forEach(column -> put(object, column, row.get(column)));
        return object.toString();
    }

    private static void put(ObjectNode object, String column, Object value) {
        if (value instanceof CharSequence text) {
            object.put(column, cut(text.toString()));
        } else if (value instanceof Instant time) {
            object.put(column, time(time));
        } else {
            object.putPOJO(column, value);
        }
    }

    static String time(Instant time) {
        return TIME.format(time);
    }

    static String cut(String text) {
        int length = text.codePointCount(0, text.length());
        return length <= MAX_TEXT
                ? text
                : "%s... (%d characters)".formatted(text.substring(0, text.offsetByCodePoints(0, MAX_TEXT)), length);
    }
}
