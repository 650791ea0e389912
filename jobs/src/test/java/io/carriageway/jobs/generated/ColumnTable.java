package io.carriageway.jobs.generated;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** A table in Markdown of columns: the name, a type in each store, meaning, and what NULL means. */
final class ColumnTable {

    private final StringBuilder text = new StringBuilder();

    /** Has a column of types for each of the headings. */
    ColumnTable(String name, String... types) {
        var head = "| %s | %s | meaning, unit, range | NULL |".formatted(name, String.join(" | ", types));
        text.append(head).append('\n').append(head.replaceAll("[^|]+", "---")).append('\n');
    }

    void add(String name, boolean nullable, String doc, String... types) {
        var parts = ColumnDoc.of(doc);
        text.append("| %s | %s | %s | %s |\n"
                .formatted(
                        code(name),
                        code(List.of(types), " | "),
                        prose(parts.meaning()),
                        nullable ? prose(parts.ofNull()) : "never"));
    }

    void add(Schema.Field field, String... types) {
        add(field.name(), field, types);
    }

    /** Adds a field under another name. */
    void add(String name, Schema.Field field, String... types) {
        var type = field.schema();
        var doc = type.getType() == Schema.Type.ENUM
                ? "%s One of %s. %s".formatted(field.doc(), String.join(", ", type.getEnumSymbols()), type.getDoc())
                : field.doc();
        add(name, type.isNullable(), doc, types);
    }

    /** The fields of the records that a list has. */
    static Stream<Schema.Field> parts(Schema.Field field) {
        return field.schema().getType() == Schema.Type.ARRAY
                ? field.schema().getElementType().getFields().stream()
                : Stream.empty();
    }

    /** How a field of the records in a list is called. */
    static String name(Schema.Field list, Schema.Field part) {
        return "%s[].%s".formatted(list.name(), part.name());
    }

    static String code(List<String> words, String separator) {
        return words.stream().map(ColumnTable::code).collect(joining(separator));
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    /** A text as Markdown shows it. */
    static String prose(String text) {
        return text.replace(" Made by make docs.", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replaceAll("[|*]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])", "\\\\$0");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
