package io.carriageway.jobs.io.kafka.registry;

import java.util.HashSet;
import java.util.Set;
import org.apache.avro.Schema;

/**
 * Computes how deep a schema is nested along the path of Avro's recursive methods, which enter each record once.
 * Schemas that refer to each other can together be deeper than a stack, although each text is shallow.
 */
final class SchemaDepth {

    static final int MAX = 256;

    private final Set<String> entered = new HashSet<>();

    private SchemaDepth() {}

    /** Whether the schema is nested at most {@link #MAX} deep. */
    static boolean isBounded(Schema schema) {
        return new SchemaDepth().isBounded(schema, 0);
    }

    private boolean isBounded(Schema schema, int depth) {
        if (depth > MAX) {
            return false;
        }
        return switch (schema.getType()) {
            case RECORD ->
                !entered.add(schema.getFullName())
                        || schema.getFields().stream().allMatch(field -> isBounded(field.schema(), depth + 1));
            case ARRAY -> isBounded(schema.getElementType(), depth + 1);
            case MAP -> isBounded(schema.getValueType(), depth + 1);
            case UNION -> schema.getTypes().stream().allMatch(branch -> isBounded(branch, depth + 1));
            default -> true;
        };
    }
}
