package io.carriageway.jobs.io.lake;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.functions.sink.filesystem.BucketAssigner;
import org.apache.flink.streaming.api.functions.sink.filesystem.bucketassigners.SimpleVersionedStringSerializer;

/** dt=YYYY-MM-DD/hour=HH by event time, UTC: the partitions that Athena and Hive know. */
final class HourFolders<R extends SpecificRecordBase> implements BucketAssigner<R, String> {

    private static final DateTimeFormatter FOLDER =
            DateTimeFormatter.ofPattern("'dt='yyyy-MM-dd'/hour='HH").withZone(ZoneOffset.UTC);

    private final Dataset<R> dataset;

    HourFolders(Dataset<R> dataset) {
        this.dataset = dataset;
    }

    @Override
    public String getBucketId(R row, Context context) {
        return folder(dataset.time(row));
    }

    /** The folder of the hour in which a time lies. */
    static String folder(Instant time) {
        return FOLDER.format(time);
    }

    @Override
    public SimpleVersionedSerializer<String> getSerializer() {
        return SimpleVersionedStringSerializer.INSTANCE;
    }
}
