package io.carriageway.city;

import io.carriageway.city.world.Accident;
import io.carriageway.city.world.Conditions;
import io.carriageway.city.world.Segment;
import io.carriageway.city.world.VehicleState;
import io.carriageway.city.world.Weather;
import io.carriageway.event.AccidentReport;
import io.carriageway.event.CameraFrame;
import io.carriageway.event.VehicleTelemetry;
import io.carriageway.event.WeatherObservation;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A simulated city: streets, vehicles, weather and accidents, and the devices that report them. Everything is a pure
 * function of the options and an index or instant, computed without what came before it, so any event can be made again
 * anywhere, in any order. Safe for many threads.
 */
public final class City {
    private static final long LINE = 601;

    private final World world;
    private final EmissionSchedule frames;
    private final NetworkDelay delay;
    private final List<CameraSite> sites;
    private final List<CityCamera> cameras = new ArrayList<>();
    private final AtomicReferenceArray<SceneRenderer> studios;
    private final Fleet fleet;
    private final WeatherStations stations;
    private final AccidentReporter reporter;
    private final TrafficCounters counters;

    private City(CityConfig options) {
        this.world = World.of(options);
        this.frames = new EmissionSchedule(options.cameras(), options.frameInterval());
        this.delay = new NetworkDelay(options.seed(), LINE, 50, 1500);
        this.sites = CameraSite.of(options.seed(), options.cameras(), world.roads());
        this.studios = new AtomicReferenceArray<>(sites.size());
        for (CameraSite site : sites) {
            cameras.add(describe(site));
        }
        this.fleet = new Fleet(world);
        this.stations = new WeatherStations(world);
        this.reporter = new AccidentReporter(world);
        this.counters = new TrafficCounters(world);
    }

    public static City of(CityConfig options) {
        return new City(options);
    }

    public CityConfig options() {
        return world.options();
    }

    public List<CityCamera> cameras() {
        return List.copyOf(cameras);
    }

    public List<Station> stations() {
        return stations.stations();
    }

    public List<Segment> segments() {
        return world.roads().segments();
    }

    /** The segments as a GeoJSON FeatureCollection of lines, each in its direction of travel. */
    public String networkGeoJson() {
        return NetworkGeoJson.of(world);
    }

    /** Every vehicle of the city at an instant. */
    public List<VehicleState> vehiclesAt(Instant instant) {
        double seconds = world.seconds(instant);
        return world.traffic().vehicles().stream()
                .map(vehicle -> vehicle.at(seconds))
                .toList();
    }

    /** The weather in the middle of the city. */
    public Weather weatherAt(Instant instant) {
        return world.sky().at(world.seconds(instant));
    }

    /** The accident of that number, from 0, by time. */
    public Accident accident(long number) {
        return world.accidents().accident(number);
    }

    /** The numbering of frames: by time, then by camera. */
    public EmissionSchedule frames() {
        return frames;
    }

    /** The frame of that index. */
    public CityFrame frame(long index) {
        int camera = frames.source(index);
        Instant capturedAt = capturedAt(index);
        double seconds = world.seconds(capturedAt);
        SceneRenderer renderer = studio(camera);
        SceneRenderer.RenderedScene scene = renderer.render(seconds);
        CameraFrame frame = CameraFrame.newBuilder()
                .setFrameId("%s-%06d".formatted(cameras.get(camera).id(), frames.round(index)))
                .setCameraId(cameras.get(camera).id())
                .setCapturedAt(capturedAt)
                .setLatitude(cameras.get(camera).latitude())
                .setLongitude(cameras.get(camera).longitude())
                .setImage(ByteBuffer.wrap(renderer.picture(scene, seconds)))
                .build();
        return new CityFrame(
                frame,
                transmissionDelayMillis(index),
                Truth.of(scene, sites.get(camera).view()));
    }

    /** The truth about the frame of that index, without rendering its picture. */
    public List<VisibleVehicle> truth(long index) {
        return Truth.of(
                studio(frames.source(index)).render(world.seconds(capturedAt(index))),
                sites.get(frames.source(index)).view());
    }

    /** The light and weather of the frame of that index. */
    public Conditions conditions(long index) {
        return sites.get(frames.source(index))
                .conditions(world.options().seed(), world.sky(), world.seconds(capturedAt(index)));
    }

    /** The time at which the frame of that index is taken. */
    public Instant capturedAt(long index) {
        return world.instant(frames.time(index));
    }

    /** The delay of the frame of that index from the camera to the topic: mostly short, sometimes over a second. */
    public long transmissionDelayMillis(long index) {
        return delay.delayMillis(index);
    }

    /** The numbering of vehicle reports: by time, then by vehicle. */
    public EmissionSchedule telemetries() {
        return fleet.schedule();
    }

    /** The report of that index; empty if the vehicle is not on tour. */
    public Optional<CityEvent<VehicleTelemetry>> telemetry(long index) {
        return fleet.report(index);
    }

    /** The numbering of weather observations: by time, then by station. */
    public EmissionSchedule observations() {
        return stations.schedule();
    }

    /** The observation of that index. */
    public CityEvent<WeatherObservation> observation(long index) {
        return stations.observation(index);
    }

    /** The numbering of accident reports: by ten seconds of arrival, then by possible report. */
    public EmissionSchedule accidentReports() {
        return reporter.schedule();
    }

    /** The report of that index; mostly empty. */
    public Optional<CityEvent<AccidentReport>> accidentReport(long index) {
        return reporter.report(index);
    }

    /** The detectors in the streets, and their counts. */
    public TrafficCounters counters() {
        return counters;
    }

    /**
     * Rendering a background is slow, so a studio is built when its camera first takes a picture. Two threads may build
     * equal ones; the first is kept.
     */
    private SceneRenderer studio(int camera) {
        SceneRenderer ready = studios.get(camera);
        if (ready == null) {
            SceneRenderer built =
                    new SceneRenderer(world.options().seed(), sites.get(camera), world.sky(), world.traffic());
            studios.compareAndSet(camera, null, built);
            ready = studios.get(camera);
        }
        return ready;
    }

    private CityCamera describe(CameraSite site) {
        double north = site.foot().offset(0, site.mastRight()).northMetres();
        double east = site.foot().offset(0, site.mastRight()).eastMetres();
        return new CityCamera(
                site.id(),
                "%s, mast %d".formatted(site.street().there().name(), site.number() + 1),
                world.plane().latitude(north),
                world.plane().longitude(east),
                site.heightMetres(),
                site.foot().headingDegrees(),
                StrictMath.toDegrees(site.pitchRadians()),
                site.view().focalPixels(),
                site.street().there().id(),
                CarriagewayPolygon.of(site, world.roads()));
    }
}
