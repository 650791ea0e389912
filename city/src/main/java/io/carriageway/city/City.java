package io.carriageway.city;

import io.carriageway.city.world.Conditions;
import io.carriageway.city.world.Dice;
import io.carriageway.city.world.Plane;
import io.carriageway.city.world.RoadNetwork;
import io.carriageway.city.world.Segment;
import io.carriageway.city.world.Traffic;
import io.carriageway.city.world.VehicleState;
import io.carriageway.event.CameraFrame;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A simulated city: streets, vehicles, and cameras that see them. Everything is a pure function of the options and an
 * index or instant, computed without what came before it, so any event can be made again anywhere, in any order. Safe
 * for many threads.
 */
public final class City {
    private static final long DELAY = 601;
    private static final long SHORTEST_DELAY_MILLIS = 50;
    private static final long LONGEST_DELAY_MILLIS = 1500;
    static final Plane PLANE = new Plane(48.2082, 16.3738);
    private static final String[] STREET_NAMES = {
        "Mill", "Station", "Harbour", "Church", "Market", "Garden", "Bridge", "Castle", "College", "Abbey", "Canal",
        "Tower"
    };

    private final CityOptions options;
    private final RoadNetwork roads;
    private final Traffic traffic;
    private final List<CameraSite> sites;
    private final List<CityCamera> cameras = new ArrayList<>();
    private final AtomicReferenceArray<Studio> studios;

    private City(CityOptions options) {
        this.options = options;
        this.roads = RoadNetwork.of(options.seed(), options.cameras(), options.vehicles(), PLANE);
        this.traffic = new Traffic(options.seed(), roads, options.vehicles());
        this.sites = CameraSite.of(options.seed(), options.cameras(), roads);
        this.studios = new AtomicReferenceArray<>(sites.size());
        for (CameraSite site : sites) {
            cameras.add(describe(site));
        }
    }

    public static City of(CityOptions options) {
        return new City(options);
    }

    public CityOptions options() {
        return options;
    }

    public List<CityCamera> cameras() {
        return List.copyOf(cameras);
    }

    public List<Segment> segments() {
        return roads.segments();
    }

    /** Every vehicle of the city at an instant. */
    public List<VehicleState> vehiclesAt(Instant instant) {
        double seconds = seconds(instant);
        return traffic.vehicles().stream().map(vehicle -> vehicle.at(seconds)).toList();
    }

    /** The frame of that index: frames are numbered by time, then by camera. */
    public CityFrame frame(long index) {
        int camera = camera(index);
        Instant capturedAt = capturedAt(index);
        double seconds = seconds(capturedAt);
        Studio studio = studio(camera);
        Studio.Take take = studio.take(seconds);
        CameraFrame frame = CameraFrame.newBuilder()
                .setFrameId("%s-%06d".formatted(cameras.get(camera).id(), index / cameras.size()))
                .setCameraId(cameras.get(camera).id())
                .setCapturedAt(capturedAt)
                .setLatitude(cameras.get(camera).latitude())
                .setLongitude(cameras.get(camera).longitude())
                .setImage(ByteBuffer.wrap(studio.picture(take, seconds)))
                .build();
        return new CityFrame(
                frame,
                transmissionDelayMillis(index),
                Truth.of(take, sites.get(camera).view()));
    }

    /** The truth about the frame of that index, without making its picture. */
    public List<VisibleVehicle> truth(long index) {
        return Truth.of(
                studio(camera(index)).take(seconds(capturedAt(index))),
                sites.get(camera(index)).view());
    }

    /** Light and weather in the frame of that index. */
    public Conditions conditions(long index) {
        return Conditions.at(options.seed(), camera(index), seconds(capturedAt(index)));
    }

    /** When the frame of that index is taken. The cameras of a slot fire one after the other, evenly spread. */
    public Instant capturedAt(long index) {
        long interval = options.frameInterval().toMillis();
        long slot = index / cameras.size();
        return options.first().plusMillis(slot * interval + camera(index) * interval / cameras.size());
    }

    /**
     * How long the frame of that index takes from the camera to the topic: mostly short, now and then over a second.
     */
    public long transmissionDelayMillis(long index) {
        double luck = Dice.of(options.seed(), DELAY, index).uniform();
        return SHORTEST_DELAY_MILLIS
                + Math.round((LONGEST_DELAY_MILLIS - SHORTEST_DELAY_MILLIS) * luck * luck * luck * luck);
    }

    private int camera(long index) {
        return (int) (index % cameras.size());
    }

    private double seconds(Instant instant) {
        return (instant.toEpochMilli() - options.first().toEpochMilli()) / 1000.0;
    }

    /**
     * Backgrounds are dear, so a studio is built when its camera first takes a picture. Two threads may build equal
     * ones; the first is kept.
     */
    private Studio studio(int camera) {
        Studio ready = studios.get(camera);
        if (ready == null) {
            studios.compareAndSet(camera, null, new Studio(options.seed(), sites.get(camera), traffic));
            ready = studios.get(camera);
        }
        return ready;
    }

    private CityCamera describe(CameraSite site) {
        String name =
                "%s Street, mast %d".formatted(STREET_NAMES[site.number() % STREET_NAMES.length], site.number() + 1);
        double north = site.foot().offset(0, site.mastRight()).northMetres();
        double east = site.foot().offset(0, site.mastRight()).eastMetres();
        return new CityCamera(
                site.id(),
                name,
                PLANE.latitude(north),
                PLANE.longitude(east),
                site.heightMetres(),
                site.foot().headingDegrees(),
                StrictMath.toDegrees(site.pitchRadians()),
                site.view().focalPixels(),
                site.street().there().id(),
                RoadMask.of(site, roads));
    }
}
