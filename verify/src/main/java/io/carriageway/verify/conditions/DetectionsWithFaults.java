package io.carriageway.verify.conditions;

import io.carriageway.event.Detection;
import io.carriageway.event.FrameDetections;
import io.carriageway.schemas.SingleObjectCodec;
import io.carriageway.verify.accident.ReportsWithFaults;
import io.carriageway.verify.oracle.Topic.Sent;
import io.carriageway.verify.telemetry.TestStreets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Detections of two hours of seeded frames with faults. Records are published twice, or again after a restart with
 * another result; partitions of topic camera lag each other; some records are defective. One camera fails for a while,
 * one is moved.
 */
final class DetectionsWithFaults {

    static final String DEAD = "cam-4";
    static final Instant DEAD_FROM = ReportsWithFaults.START.plus(Duration.ofMinutes(20));
    static final Instant DEAD_TO = ReportsWithFaults.START.plus(Duration.ofMinutes(40));

    /** Greatest delay of a record behind newer ones. */
    static final Duration PARTITION_LAG = Duration.ofMinutes(4);

    /**
     * Cameras, some at streets, some far from any road. Its number puts each in one of three partitions of topic
     * camera.
     */
    private static final double[] NORTH_METRES = {100, 800, 5_000, 111_195, -5_000, 100};

    private static final double[] EAST_METRES = {100, 800, 0, 100, 0, 800};
    private static final int CAMERAS = NORTH_METRES.length;
    private static final int MOVED = 5;

    /** A camera that sees no traffic. */
    private static final int EMPTY = 2;

    private static final int SOURCE_PARTITIONS = 3;

    private static final long SECOND = 1_000;
    private static final long INTERVAL = 10 * SECOND;
    private static final long MINUTE = 60 * SECOND;
    private static final long LENGTH = 125 * MINUTE;
    private static final long LATENESS = 10 * MINUTE;
    private static final long SKEW = MINUTE;
    private static final long SLOW_LINE = 90 * SECOND;
    private static final long SLOW_MODEL = 30 * SECOND;

    /** Delay of a copy at which an identity kept only for lateness and skew would be forgotten. */
    private static final long RESTART = 200 * SECOND;

    private record Published(long atMillis, Sent record) {}

    private final Random random;
    private final SingleObjectCodec<FrameDetections> codec = new SingleObjectCodec<>(FrameDetections.class);
    private final List<Published> records = new ArrayList<>();
    private final long[] offsets = new long[SOURCE_PARTITIONS];
    private int defects;

    private DetectionsWithFaults(long seed) {
        this.random = new Random(seed);
    }

    /** All records, in the order in which they were published. */
    static List<Sent> records(long seed) {
        var troubled = new DetectionsWithFaults(seed);
        for (int i = 0; i < CAMERAS * LENGTH / INTERVAL; i++) {
            troubled.add(i);
        }
        return troubled.records.stream()
                .sorted(Comparator.comparingLong(Published::atMillis))
                .map(Published::record)
                .toList();
    }

    /**
     * Of 101 frames, 5 are out of order and 1 has each other fault. 101 is prime, so that every camera gets every
     * fault.
     */
    private void add(int index) {
        int camera = index % CAMERAS;
        long capturedAt = ReportsWithFaults.START.toEpochMilli() + index / CAMERAS * INTERVAL;
        long arrival = capturedAt + random.nextLong(2 * SECOND) + (camera % SOURCE_PARTITIONS == 1 ? SLOW_LINE : 0);
        if (isDead(camera, capturedAt)) {
            return;
        }
        switch (index % 101) {
            case 7, 27, 47, 67, 87 -> publish(frame(camera, capturedAt, arrival + random.nextLong(8 * MINUTE)), 0);
            case 10 -> publish(frame(camera, capturedAt, arrival), 0, 0);
            case 20 -> publishWithAnotherAnswer(frame(camera, capturedAt, arrival));
            case 30 -> publish(frame(camera, capturedAt, capturedAt + LATENESS), 0, RESTART);
            case 40 -> publish(frame(camera, capturedAt, capturedAt + LATENESS + 1), 0, 0);
            case 50 -> publish(frame(camera, capturedAt, capturedAt - SKEW), 0);
            case 51 -> publish(frame(camera, capturedAt, capturedAt - SKEW - 1), 0);
            case 60 -> spoilAndPublish(frame(camera, capturedAt, arrival));
            default -> publish(frame(camera, capturedAt, arrival), 0);
        }
    }

    private static boolean isDead(int camera, long timeMillis) {
        return DEAD.equals("cam-" + camera)
                && timeMillis >= DEAD_FROM.toEpochMilli()
                && timeMillis < DEAD_TO.toEpochMilli();
    }

    /**
     * The same frame, detected again after a restart by a model that is not deterministic. The first result must count.
     */
    private void publishWithAnotherAnswer(FrameDetections frame) {
        var vehicles = new ArrayList<>(frame.getDetections());
        vehicles.add(vehicle());
        publish(frame, 0);
        publish(FrameDetections.newBuilder(frame).setDetections(vehicles).build(), RESTART);
    }

    /** Sent before the good record, which remains the first of its identity. */
    private void spoilAndPublish(FrameDetections frame) {
        var all = DetectionDefect.values();
        var defect = all[defects++ % all.length];
        add(frame, 0, defect.spoil(frame, codec), defect.reason());
        publish(frame, 0);
    }

    private void publish(FrameDetections frame, long... delays) {
        for (long delay : delays) {
            add(frame, delay, codec.encode(frame), null);
        }
    }

    private void add(FrameDetections frame, long delay, byte[] value, String defect) {
        long arrival = frame.getSourceArrival().toEpochMilli();
        long published = arrival + delay + (frame.getSourcePartition() == 2 ? SLOW_MODEL : 0);
        var key = frame.getCameraId().getBytes(StandardCharsets.UTF_8);
        records.add(new Published(published, new Sent(key, value, arrival, defect)));
    }

    private FrameDetections frame(int camera, long capturedAt, long arrival) {
        int partition = camera % SOURCE_PARTITIONS;
        boolean moved = camera == MOVED && capturedAt >= ReportsWithFaults.START.toEpochMilli() + LENGTH / 2;
        return FrameDetections.newBuilder()
                .setFrameId("cam-" + camera + "-" + capturedAt)
                .setCameraId("cam-" + camera)
                .setCapturedAt(Instant.ofEpochMilli(capturedAt))
                .setLatitude(TestStreets.latitude(NORTH_METRES[camera] + (moved ? 3_000 : 0)))
                .setLongitude(TestStreets.longitude(EAST_METRES[camera]))
                .setSourcePartition(partition)
                .setSourceOffset(offsets[partition]++)
                .setSourceArrival(Instant.ofEpochMilli(arrival))
                .setModelId("test@000000000000")
                .setImageWidth(640)
                .setImageHeight(480)
                .setDetections(Stream.generate(this::vehicle)
                        .limit(camera == EMPTY ? 0 : Math.max(0, random.nextInt(7) - 2))
                        .toList())
                .build();
    }

    private Detection vehicle() {
        float x = random.nextInt(600);
        float y = random.nextInt(440);
        return new Detection(random.nextInt(4) == 0 ? "bus" : "car", 0.5, x, y, x + 40, y + 40);
    }
}
