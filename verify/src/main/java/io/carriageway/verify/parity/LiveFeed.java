package io.carriageway.verify.parity;

import io.carriageway.sandbox.Eventually;
import io.carriageway.verify.oracle.Topic.Sent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

/**
 * Sends an hour to running jobs in slices. The second partition of every topic is one slice behind the first, and two
 * while a job reads: much, but less than partition.lag.
 */
record LiveFeed(ParitySetting setting, CityHour hour) {

    static final int PARTITIONS = 2;

    private static final Duration SLICE = Duration.ofMinutes(6);

    /** Wall-clock time, including a restart. */
    private static final Duration LONGEST_SLICE = Duration.ofMinutes(3);

    interface Event {
        void happens() throws Exception;
    }

    /** Returns when every job has read all. The event happens while the jobs run, in the middle of the hour. */
    void send(Event inTheMiddle) throws Exception {
        sendQuiet(hour.before());
        var middle = CityHour.START.plus(hour.length().dividedBy(2));
        for (var from = CityHour.START.minus(SLICE); from.isBefore(hour.over().plus(SLICE)); from = from.plus(SLICE)) {
            sendSlice(from);
            if (!from.isAfter(middle) && from.plus(SLICE).isAfter(middle)) {
                inTheMiddle.happens();
            }
            awaitRead();
        }
        sendQuiet(hour.after());
        sendQuiet(hour.muchLater());
    }

    private void sendSlice(Instant from) {
        for (var topic : hour.records().keySet()) {
            var fast = arriving(from, from.plus(SLICE)).and(record -> partition(record) == 0);
            var slow = arriving(from.minus(SLICE), from).and(record -> partition(record) != 0);
            send(topic, hour.records().get(topic).stream().filter(fast.or(slow)).toList());
        }
    }

    private static Predicate<Sent> arriving(Instant from, Instant to) {
        return record ->
                record.timestampMillis() >= from.toEpochMilli() && record.timestampMillis() < to.toEpochMilli();
    }

    private static int partition(Sent record) {
        return BuiltInPartitioner.partitionForKey(record.key(), PARTITIONS);
    }

    private void sendQuiet(Instant time) throws Exception {
        hour.records().keySet().forEach(topic -> send(topic, hour.quiet(topic, time)));
        awaitRead();
    }

    private void send(String topic, List<Sent> records) {
        setting.at(topic).sendAll(records);
    }

    private void awaitRead() throws Exception {
        for (var job : CityJob.ALL) {
            for (var topic : job.topics()) {
                if (job.reads(topic)) {
                    Eventually.holds(
                            "%s has read topic %s".formatted(job, topic), LONGEST_SLICE, () -> setting.at(topic)
                                    .isReadBy(setting.group(job)));
                }
            }
        }
    }
}
