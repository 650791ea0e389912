package io.carriageway.jobs.io.lake.compaction;

import io.carriageway.jobs.io.lake.Dataset;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.apache.avro.generic.GenericData;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * The order of rows in a merged file: by time, then by the columns that identify an event, then by all others. It
 * depends on the rows alone, and rows of one event are adjacent.
 *
 * @param identity columns that no two rows share; empty if rows may come again, with another revision
 */
record RowOrder<R extends SpecificRecordBase>(Dataset<R> dataset, List<String> identity, GenericData data)
        implements Comparator<R> {

    /**
     * The identity of events: their record origin, and for detections the model too, because each model examines a
     * frame once.
     */
    private static final List<List<String>> IDENTITIES =
            List.of(List.of("topic", "partition", "offset"), List.of("source_partition", "source_offset", "model_id"));

    static <R extends SpecificRecordBase> RowOrder<R> of(Dataset<R> dataset) {
        var schema = dataset.schema();
        var identity = IDENTITIES.stream()
                .filter(columns -> columns.stream().allMatch(column -> schema.getField(column) != null))
                .findFirst()
                .orElse(List.of());
        return new RowOrder<>(dataset, identity, SpecificData.getForClass(dataset.type()));
    }

    @Override
    public int compare(R first, R second) {
        Instant time = dataset.time(first);
        int order = time.compareTo(dataset.time(second));
        for (int i = 0; order == 0 && i < identity.size(); i++) {
            order = compare(first, second, identity.get(i));
        }
        return order != 0 ? order : data.compare(first, second, dataset.schema());
    }

    /** Whether two rows are of one event, of which a dataset must have only one row. */
    boolean isSameEvent(R first, R second) {
        return !identity.isEmpty() && identity.stream().allMatch(column -> compare(first, second, column) == 0);
    }

    private int compare(R first, R second, String column) {
        return data.compare(
                first.get(column),
                second.get(column),
                dataset.schema().getField(column).schema());
    }
}
