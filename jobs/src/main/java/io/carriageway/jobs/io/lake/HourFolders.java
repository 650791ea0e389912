package io.carriageway.jobs.io.lake;

import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.functions.sink.filesystem.BucketAssigner;
import org.apache.flink.streaming.api.functions.sink.filesystem.bucketassigners.SimpleVersionedStringSerializer;

/** dt=YYYY-MM-DD/hour=HH by event time, UTC: the partitions that Athena and Hive know. */
public final class HourFolders<R> implements BucketAssigner<R, String> {

    /** The row's event time. */
    public interface TimeOf<R> extends Serializable {
        Instant time(R row);
    }

    private static final DateTimeFormatter FOLDER =
            DateTimeFormatter.ofPattern("'dt='yyyy-MM-dd'/hour='HH").withZone(ZoneOffset.UTC);

    private final TimeOf<R> timeOf;

    HourFolders(TimeOf<R> timeOf) {
        this.timeOf = timeOf;
    }

    @Override
    public String getBucketId(R row, Context context) {
        return FOLDER.format(timeOf.time(row));
    }

    @Override
    public SimpleVersionedSerializer<String> getSerializer() {
        return SimpleVersionedStringSerializer.INSTANCE;
    }
}
