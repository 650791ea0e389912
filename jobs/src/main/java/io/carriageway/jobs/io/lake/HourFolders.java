package io.carriageway.jobs.io.lake;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.functions.sink.filesystem.BucketAssigner;
import org.apache.flink.streaming.api.functions.sink.filesystem.bucketassigners.SimpleVersionedStringSerializer;

/** Names the folders dt=YYYY-MM-DD/hour=HH by event time, UTC: the partitions of Athena and Hive. */
public final class HourFolders<R extends SpecificRecordBase> implements BucketAssigner<R, String> {

    private static final DateTimeFormatter FOLDER =
            DateTimeFormatter.ofPattern("'dt='yyyy-MM-dd'/hour='HH").withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter FOLDER_HOUR = new DateTimeFormatterBuilder()
            .appendPattern("'dt='uuuu-MM-dd'/hour='HH")
            .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
            .toFormatter(Locale.ROOT);

    private final Dataset<R> dataset;

    HourFolders(Dataset<R> dataset) {
        this.dataset = dataset;
    }

    @Override
    public String getBucketId(R row, Context context) {
        return folder(dataset.time(row));
    }

    /** The folder for a time. */
    public static String folder(Instant time) {
        return FOLDER.format(time);
    }

    /** The hour of a folder; empty if its name is not that of an hour. */
    public static Optional<Instant> hour(String folder) {
        try {
            return Optional.of(LocalDateTime.parse(folder, FOLDER_HOUR).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @Override
    public SimpleVersionedSerializer<String> getSerializer() {
        return SimpleVersionedStringSerializer.INSTANCE;
    }
}
