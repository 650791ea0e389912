package io.carriageway.jobs.io.lake;

import java.io.IOException;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SupportsCommitter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.connector.file.sink.FileSinkCommittable;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessage;
import org.apache.flink.streaming.api.connector.sink2.SupportsPreCommitTopology;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Flink's file sink with a limit on the files that a subtask keeps open at once. Only the writer differs; naming,
 * committing and merging of files are that sink's. The writer closes all files at each checkpoint, so this sink has no
 * writer state.
 *
 * @param files the sink, which must close its files at each checkpoint, as bulk formats do
 * @param openFiles greatest number of files that are open at once
 */
record HourSink<R extends SpecificRecordBase>(FileSink<R> files, Dataset<R> dataset, int openFiles)
        implements Sink<R>,
                SupportsCommitter<FileSinkCommittable>,
                SupportsPreCommitTopology<FileSinkCommittable, FileSinkCommittable> {

    private static final long HOUR_SECONDS = 3_600;

    @Override
    public CommittingSinkWriter<R, FileSinkCommittable> createWriter(WriterInitContext context) {
        return new OpenHours<>(
                row -> hour(dataset.time(row)), openFiles, OpenHours.WAITING_ROWS, () -> files.createWriter(context));
    }

    private static long hour(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), HOUR_SECONDS);
    }

    @Override
    public DataStream<CommittableMessage<FileSinkCommittable>> addPreCommitTopology(
            DataStream<CommittableMessage<FileSinkCommittable>> committables) {
        return files.addPreCommitTopology(committables);
    }

    @Override
    public Committer<FileSinkCommittable> createCommitter(CommitterInitContext context) throws IOException {
        return files.createCommitter(context);
    }

    @Override
    public SimpleVersionedSerializer<FileSinkCommittable> getCommittableSerializer() {
        return files.getCommittableSerializer();
    }

    @Override
    public SimpleVersionedSerializer<FileSinkCommittable> getWriteResultSerializer() {
        return files.getWriteResultSerializer();
    }
}
