package io.carriageway.schemas;

import org.apache.avro.Schema;

/** A registry's definite answer about a schema id. */
public sealed interface RegisteredSchema {

    /** The values are Avro's binary encoding of this schema. */
    record Avro(Schema schema) implements RegisteredSchema {}

    /** The values are JSON; fields are checked against the contract, not against the registered JSON schema. */
    record Json() implements RegisteredSchema {}

    /**
     * There is a schema, but its values cannot be read, now or later.
     *
     * @param why reason, shown with every record of the schema; a long text is cut
     */
    record Unusable(String why) implements RegisteredSchema {
        public Unusable {
            why = Excerpt.of(why);
        }
    }

    /** There is no schema with that id. */
    record Unknown() implements RegisteredSchema {}
}
