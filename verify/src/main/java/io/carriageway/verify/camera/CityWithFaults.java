package io.carriageway.verify.camera;

import io.carriageway.city.City;
import io.carriageway.city.CityConfig;
import io.carriageway.event.CameraFrame;
import io.carriageway.verify.oracle.Topic.Sent;
import io.carriageway.verify.topic.FaultyDelivery;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;

/**
 * Ten minutes of a seeded city with faults: frames that are out of order, duplicate, late, from wrong clocks, or
 * defective. The cameras of one partition are delayed. Every fault occurs at least once.
 */
public final class CityWithFaults {

    private static final Duration LENGTH = Duration.ofMinutes(10);
    static final int CAMERAS = 4;
    private static final int PICTURES_PER_CAMERA = 2;
    /** How the ids of the last frames end. */
    static final String LAST = "-last";

    private static final Duration LATENESS = Duration.ofMinutes(10);

    /** A ring with a hole and a second polygon; sides at 0.453125 and 0.4125 run through centres of cells. */
    private static final String POLYGON_WITH_A_HOLE = "MULTIPOLYGON (((0.05 0.1, 0.9 0.05, 0.95 0.4125, 0.05 0.4125, "
            + "0.05 0.1), (0.453125 0.2, 0.6 0.2, 0.6 0.3, 0.453125 0.3, 0.453125 0.2)), "
            + "((0.1 0.6, 0.5 0.95, 0.9 0.6, 0.1 0.6)))";

    private final City city;
    private final Random random;
    private final FaultyDelivery<CameraFrame> delivery;
    private final List<byte[]> pictures;

    private CityWithFaults(City city, long seed, List<byte[]> pictures) {
        this.city = city;
        this.random = new Random(seed);
        this.delivery = new FaultyDelivery<>(random, CameraFrame.class, CameraFrame::getCameraId, LATENESS);
        this.pictures = pictures;
    }

    /** All records of the ten minutes, in the order of their arrival. */
    static List<Sent> records(long seed, Duration frameInterval) {
        return records(seed, LENGTH, frameInterval);
    }

    /** The same with another length. */
    static List<Sent> records(long seed, Duration length, Duration frameInterval) {
        var city = City.of(options(seed, frameInterval));
        return records(city, seed, length, pictures(city, CAMERAS * PICTURES_PER_CAMERA));
    }

    /** The same for a city of these {@link #options}, with these pictures in its frames. */
    public static List<Sent> records(City city, long seed, Duration length, List<byte[]> pictures) {
        var troubled = new CityWithFaults(city, seed, pictures);
        for (long i = 0; city.capturedAt(i).isBefore(city.capturedAt(0).plus(length)); i++) {
            troubled.add(i);
        }
        var records = troubled.delivery.inOrder();
        troubled.sendLast(records.get(records.size() - 1).timestampMillis());
        return troubled.delivery.inOrder();
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

    /**
     * The carriageway polygons of the first cameras: two of the city, one with a hole. The last camera has no reference
     * data.
     */
    public static Map<String, String> carriagewayPolygons(long seed) {
        var cameras = City.of(CityConfig.defaults().withSeed(seed).withCameras(CAMERAS))
                .cameras();
        var polygons = new LinkedHashMap<String, String>();
        cameras.subList(0, 2).forEach(camera -> polygons.put(camera.id(), camera.carriagewayPolygon()));
        polygons.put(cameras.get(2).id(), POLYGON_WITH_A_HOLE);
        return polygons;
    }

    private void add(long index) {
        var frame = frame(index);
        long capturedAt = frame.getCapturedAt().toEpochMilli();
        long arrival = capturedAt + delayMillis(index);
        int turn = FaultyDelivery.turnOf(index);
        switch (turn) {
            case 60, 61, 63, 64 -> spoilAndSend(frame, arrival);
            case 62 -> delivery.send(frame, Defect.PICTURE_EMPTY, capturedAt + LATENESS.toMillis() + 1);
            default -> delivery.deliver(turn, frame, capturedAt, arrival);
        }
    }

    /**
     * Sent before the good frame, which remains the first of its identity. A bad picture has an identity of its own,
     * and a copy.
     */
    private void spoilAndSend(CameraFrame frame, long arrival) {
        var defect = delivery.next(List.of(Defect.values()));
        if (defect.inPicture()) {
            var other = CameraFrame.newBuilder(frame)
                    .setFrameId(frame.getFrameId() + "-spoilt")
                    .build();
            delivery.send(other, defect, arrival);
            delivery.send(other, defect, arrival);
        } else {
            delivery.send(frame, defect, arrival);
        }
        delivery.send(frame, arrival);
    }

    private void sendLast(long arrival) {
        for (int camera = 0; camera < CAMERAS; camera++) {
            var last = CameraFrame.newBuilder(frame(camera))
                    .setFrameId(city.cameras().get(camera).id() + LAST)
                    .setCapturedAt(Instant.ofEpochMilli(arrival))
                    .build();
            delivery.send(last, arrival);
        }
    }

    /** The cameras of even number, which Kafka puts into one partition, are delayed. */
    private long delayMillis(long index) {
        return city.transmissionDelayMillis(index) + (index % 2 == 1 ? FaultyDelivery.SLOW_LINE : 0);
    }

    private CameraFrame frame(long index) {
        var camera = city.cameras().get((int) (index % CAMERAS));
        var id = camera.id() + "-" + index;
        var picture = withComment(pictures.get(random.nextInt(pictures.size())), id);
        return new CameraFrame(
                id, camera.id(), city.capturedAt(index), camera.latitude(), camera.longitude(), picture, null);
    }

    /** The JPEG with a comment after its first marker. Few pictures are rendered, but no two frames are equal. */
    private static ByteBuffer withComment(byte[] jpeg, String text) {
        var comment = text.getBytes(StandardCharsets.US_ASCII);
        var picture = ByteBuffer.allocate(jpeg.length + comment.length + 4);
        picture.put(jpeg, 0, 2).putShort((short) 0xFFFE).putShort((short) (comment.length + 2));
        return picture.put(comment).put(jpeg, 2, jpeg.length - 2).flip();
    }
}
