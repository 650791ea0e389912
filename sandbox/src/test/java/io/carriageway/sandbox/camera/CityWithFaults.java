package io.carriageway.sandbox.camera;

import io.carriageway.city.City;
import io.carriageway.city.CityConfig;
import io.carriageway.event.CameraFrame;
import io.carriageway.event.FrameDetections;
import io.carriageway.sandbox.Eventually;
import io.carriageway.sandbox.oracle.Topic.Sent;
import io.carriageway.schemas.SingleObjectCodec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;

/**
 * Ten minutes of a seeded city as bad days bring them: frames in disorder, twice, too late, from wrong clocks, and
 * spoilt ones between; the cameras of one partition behind a slow line. Every trouble comes at least once.
 */
public final class CityWithFaults {

    private static final Duration LENGTH = Duration.ofMinutes(10);
    private static final List<Defect> DEFECTS = List.of(Defect.values());
    private static final int CAMERAS = 4;
    private static final int PICTURES_PER_CAMERA = 2;
    private static final String LAST = "-last";
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long LATENESS = 10 * MINUTE;
    private static final long SKEW = MINUTE;
    private static final long SLOW_LINE = 90 * SECOND;

    /** A ring with a hole and a second polygon; sides at 0.453125 and 0.4125 run through centres of cells. */
    private static final String POLYGON_WITH_A_HOLE = "MULTIPOLYGON (((0.05 0.1, 0.9 0.05, 0.95 0.4125, 0.05 0.4125, "
            + "0.05 0.1), (0.453125 0.2, 0.6 0.2, 0.6 0.3, 0.453125 0.3, 0.453125 0.2)), "
            + "((0.1 0.6, 0.5 0.95, 0.9 0.6, 0.1 0.6)))";

    private final City city;
    private final Random random;
    private final SingleObjectCodec<CameraFrame> codec = new SingleObjectCodec<>(CameraFrame.class);
    private final List<byte[]> pictures;
    private final List<Sent> records = new ArrayList<>();
    private int defects;

    private CityWithFaults(City city, long seed, List<byte[]> pictures) {
        this.city = city;
        this.random = new Random(seed);
        this.pictures = pictures;
    }

    /** All records of the ten minutes, in the order of their arrival. */
    static List<Sent> records(long seed, Duration frameInterval) {
        return records(seed, LENGTH, frameInterval);
    }

    /** The same of another length. */
    static List<Sent> records(long seed, Duration length, Duration frameInterval) {
        var city = City.of(options(seed, frameInterval));
        return records(city, seed, length, pictures(city, CAMERAS * PICTURES_PER_CAMERA));
    }

    /** The same of a city of these {@link #options}, in whose frames there are these pictures. */
    public static List<Sent> records(City city, long seed, Duration length, List<byte[]> pictures) {
        var troubled = new CityWithFaults(city, seed, pictures);
        for (long i = 0; city.capturedAt(i).isBefore(city.capturedAt(0).plus(length)); i++) {
            troubled.add(i);
        }
        troubled.records.sort(Comparator.comparingLong(Sent::timestampMillis));
        troubled.addLast();
        return List.copyOf(troubled.records);
    }

    public static CityConfig options(long seed, Duration frameInterval) {
        return CityConfig.defaults().withSeed(seed).withCameras(CAMERAS).withFrameInterval(frameInterval);
    }

    /** The pictures of the city's first frames, rendered. */
    public static List<byte[]> pictures(City city, int count) {
        return LongStream.range(0, count)
                .mapToObj(index -> city.frame(index).frame().getImage().array())
                .toList();
    }

    /** Returns when the job has looked at every camera's last frame, and so has taken up every record of the topic. */
    static void awaitEnd(CameraRun run) throws Exception {
        Eventually.holds("the last frame of every camera was seen", () -> {
            var frames = run.detections().stream().map(FrameDetections::getFrameId);
            return frames.filter(id -> id.endsWith(LAST)).distinct().count() == CAMERAS;
        });
    }

    /**
     * The carriageway polygons of the first cameras: two of the city, one with a hole; the last camera is not known at
     * all.
     */
    public static Map<String, String> carriagewayPolygons(long seed) {
        var cameras = City.of(CityConfig.defaults().withSeed(seed).withCameras(CAMERAS))
                .cameras();
        var polygons = new LinkedHashMap<String, String>();
        cameras.subList(0, 2).forEach(camera -> polygons.put(camera.id(), camera.carriagewayPolygon()));
        polygons.put(cameras.get(2).id(), POLYGON_WITH_A_HOLE);
        return polygons;
    }

    /** Of 101 frames, 5 in disorder and 1 of each other trouble; a prime, so that every trouble meets every camera. */
    private void add(long index) {
        var frame = frame(index);
        long capturedAt = frame.getCapturedAt().toEpochMilli();
        long arrival = capturedAt + delayMillis(index);
        switch ((int) (index % 101)) {
            case 7, 27, 47, 67, 87 -> send(frame, arrival + random.nextLong(8 * MINUTE));
            case 10 -> sendAll(frame, arrival, arrival);
            case 20 -> sendAll(frame, arrival, arrival + random.nextLong(MINUTE, 8 * MINUTE));
            case 30 -> sendAll(frame, arrival, capturedAt + LATENESS + random.nextLong(1, 2 * MINUTE));
            case 40 -> sendAll(frame, capturedAt + LATENESS + random.nextLong(1, 2 * MINUTE));
            case 41 -> sendAll(frame, capturedAt + LATENESS);
            case 42 -> sendAll(frame, capturedAt + LATENESS + 1, capturedAt + LATENESS + 1);
            case 50 -> sendAll(frame, capturedAt - random.nextLong(SKEW));
            case 51 -> sendAll(frame, capturedAt - SKEW, arrival);
            case 52 -> sendAll(frame, capturedAt - SKEW - 1, arrival);
            case 60, 61, 63, 64 -> spoilAndSend(frame, arrival);
            case 62 -> send(frame, Defect.PICTURE_EMPTY, capturedAt + LATENESS + 1);
            default -> send(frame, arrival);
        }
    }

    /** Before the good frame, which stays the first of its identity; a bad picture has its own, and a copy. */
    private void spoilAndSend(CameraFrame frame, long arrival) {
        var defect = DEFECTS.get(defects++ % DEFECTS.size());
        if (defect.inPicture()) {
            var other = CameraFrame.newBuilder(frame)
                    .setFrameId(frame.getFrameId() + "-spoilt")
                    .build();
            send(other, defect, arrival);
            send(other, defect, arrival);
        } else {
            send(frame, defect, arrival);
        }
        send(frame, arrival);
    }

    private void addLast() {
        long arrival = records.get(records.size() - 1).timestampMillis();
        for (int camera = 0; camera < CAMERAS; camera++) {
            var last = CameraFrame.newBuilder(frame(camera))
                    .setFrameId(city.cameras().get(camera).id() + LAST)
                    .setCapturedAt(Instant.ofEpochMilli(arrival))
                    .build();
            send(last, arrival);
        }
    }

    private void sendAll(CameraFrame frame, long... arrivals) {
        for (long arrival : arrivals) {
            send(frame, arrival);
        }
    }

    private void send(CameraFrame frame, long arrival) {
        records.add(new Sent(key(frame), codec.encode(frame), arrival));
    }

    private void send(CameraFrame frame, Defect defect, long arrival) {
        records.add(new Sent(key(frame), defect.spoil(frame, codec), arrival, defect.reason()));
    }

    private static byte[] key(CameraFrame frame) {
        return frame.getCameraId().getBytes(StandardCharsets.UTF_8);
    }

    /** The cameras of even number, which Kafka puts into one partition, are behind the slow line. */
    private long delayMillis(long index) {
        return city.transmissionDelayMillis(index) + (index % 2 == 1 ? SLOW_LINE : 0);
    }

    private CameraFrame frame(long index) {
        var camera = city.cameras().get((int) (index % CAMERAS));
        var id = camera.id() + "-" + index;
        var picture = withComment(pictures.get(random.nextInt(pictures.size())), id);
        return new CameraFrame(
                id, camera.id(), city.capturedAt(index), camera.latitude(), camera.longitude(), picture, null);
    }

    /** The JPEG with a comment after its first marker: few pictures are rendered, and yet no two are equal. */
    private static ByteBuffer withComment(byte[] jpeg, String text) {
        var comment = text.getBytes(StandardCharsets.US_ASCII);
        var picture = ByteBuffer.allocate(jpeg.length + comment.length + 4);
        picture.put(jpeg, 0, 2).putShort((short) 0xFFFE).putShort((short) (comment.length + 2));
        return picture.put(comment).put(jpeg, 2, jpeg.length - 2).flip();
    }
}
