package io.carriageway.schemas;

import org.apache.avro.Schema;

/** A registry's final answer about the schema of a number. */
public sealed interface RegisteredSchema {

    /** The values are Avro's binary encoding of this schema. */
    record Avro(Schema schema) implements RegisteredSchema {}

    /** The values are JSON; fields are checked against the contract, not against the registered JSON schema. */
    record Json() implements RegisteredSchema {}

    /**
     * There is a schema, but values of it cannot be read, now or later.
     *
     * @param why shown with every record of the schema; a long text is cut
     */
    record Unusable(String why) implements RegisteredSchema {
        public Unusable {
            why = Excerpt.of(why);
        }
    }

    /** There is no schema of the number. */
    record Unknown() implements RegisteredSchema {}
}
