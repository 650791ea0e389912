package io.carriageway.intake;

import java.time.Instant;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/**
 * Converts an event to its row in a dataset: the event's fields under their own names with enums as strings, the
 * record's origin, and whether the event was late. {@link EventOfRow} does the reverse.
 */
public final class RowOfEvent<E extends SpecificRecordBase, R extends SpecificRecordBase>
        extends RichMapFunction<ReceivedEvent<E>, R> {

    private final Class<E> event;
    private final Class<R> row;
    private final boolean late;

    private transient Schema schema;
    private transient List<Schema.Field> fields;
    private transient int[] places;

    /**
     * For accepted events, or for late ones.
     *
     * @throws IllegalArgumentException if the row has a field that neither the event nor its origin has, or lacks one
     *     of theirs
     */
    public RowOfEvent(Class<E> event, Class<R> row, boolean late) {
        this.event = event;
        this.row = row;
        this.late = late;
        var names = SpecificData.get().getSchema(event).getFields().stream()
                .map(Schema.Field::name)
                .toList();
        var kept = SpecificData.get().getSchema(row).getFields().stream()
                .map(Schema.Field::name)
                .toList();
        if (kept.size() != names.size() + Provenance.NAMES.size()
                || !kept.containsAll(names)
                || !kept.containsAll(Provenance.NAMES)) {
            throw new IllegalArgumentException("a row of %s must have %s and %s, but has %s"
                    .formatted(event.getSimpleName(), names, Provenance.NAMES, kept));
        }
    }

    /** The fields that every row has in addition to its event's own. */
    private static final class Provenance {
        private static final String TOPIC = "topic";
        private static final String PARTITION = "partition";
        private static final String OFFSET = "offset";
        private static final String ARRIVAL_TIME = "arrival_time";
        private static final String LATE = "late";
        private static final List<String> NAMES = List.of(TOPIC, PARTITION, OFFSET, ARRIVAL_TIME, LATE);
    }

    @Override
    public void open(OpenContext context) {
        schema = SpecificData.get().getSchema(row);
        fields = SpecificData.get().getSchema(event).getFields();
        places = fields.stream()
                .mapToInt(field -> schema.getField(field.name()).pos())
                .toArray();
    }

    @Override
    public R map(ReceivedEvent<E> received) {
        var made = row.cast(SpecificData.newInstance(row, schema));
        for (var field : fields) {
            made.put(places[field.pos()], value(received.event().get(field.pos())));
        }
        var arrival = received.origin();
        put(made, Provenance.TOPIC, arrival.topic());
        put(made, Provenance.PARTITION, arrival.partition());
        put(made, Provenance.OFFSET, arrival.offset());
        put(made, Provenance.ARRIVAL_TIME, Instant.ofEpochMilli(arrival.timeMillis()));
        put(made, Provenance.LATE, late);
        return made;
    }

    private void put(R made, String field, Object value) {
        made.put(schema.getField(field).pos(), value);
    }

    private static Object value(Object value) {
        return value instanceof Enum<?> symbol ? symbol.name() : value;
    }
}
