package io.carriageway.intake;

import java.time.Instant;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/**
 * Converts a row of a dataset to the accepted event that it stores, so that a replay needs no topic. A row has the
 * event's fields under their own names, with enums as strings, and the record's origin.
 */
public final class EventOfRow<R extends SpecificRecordBase, E extends SpecificRecordBase>
        extends RichMapFunction<R, ReceivedEvent<E>> {

    private final Class<E> type;

    private transient Schema schema;
    private transient List<Schema.Field> fields;

    public EventOfRow(Class<E> type) {
        this.type = type;
    }

    @Override
    public void open(OpenContext context) {
        schema = SpecificData.get().getSchema(type);
        fields = schema.getFields();
    }

    @Override
    public ReceivedEvent<E> map(R row) {
        var event = type.cast(SpecificData.newInstance(type, schema));
        for (var field : fields) {
            event.put(field.pos(), value(field.schema(), row.get(field.name())));
        }
        var arrivedAt = (Instant) row.get("arrival_time");
        var origin = new RecordOrigin(
                (String) row.get("topic"),
                (int) row.get("partition"),
                (long) row.get("offset"),
                arrivedAt.toEpochMilli());
        return new ReceivedEvent<>(origin, event, null);
    }

    private static Object value(Schema field, Object kept) {
        return field.getType() == Schema.Type.ENUM ? SpecificData.get().createEnum((String) kept, field) : kept;
    }
}
