package io.carriageway.city;

import io.carriageway.event.AccidentReport;
import io.carriageway.event.CameraFrame;
import io.carriageway.event.TrafficCount;
import io.carriageway.event.VehicleTelemetry;
import io.carriageway.event.WeatherObservation;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * The events that the city sends to one topic: the schedule of turns, and the event of each turn, if there is one.
 *
 * @param largestBytes size of its largest record
 */
public record CityFeed<E extends SpecificRecordBase>(
        String name, Class<E> record, Part<EmissionSchedule> schedule, Event<E> event, Key<E> key, int largestBytes)
        implements Serializable {

    private static final int FRAME_BYTES = 512 * 1024;
    private static final int REPORT_BYTES = 4096;

    public static final CityFeed<CameraFrame> CAMERA = new CityFeed<>(
            "camera",
            CameraFrame.class,
            City::frames,
            (city, index) -> {
                var frame = city.frame(index);
                return Optional.of(new CityEvent<>(frame.frame(), frame.arrivalMillis()));
            },
            CameraFrame::getCameraId,
            FRAME_BYTES);
    public static final CityFeed<VehicleTelemetry> TELEMETRY = new CityFeed<>(
            "vehicle-telemetry",
            VehicleTelemetry.class,
            City::telemetries,
            City::telemetry,
            VehicleTelemetry::getVehicleId,
            REPORT_BYTES);
    public static final CityFeed<WeatherObservation> WEATHER = new CityFeed<>(
            "weather",
            WeatherObservation.class,
            City::observations,
            (city, index) -> Optional.of(city.observation(index)),
            WeatherObservation::getStationId,
            REPORT_BYTES);
    public static final CityFeed<AccidentReport> ACCIDENT = new CityFeed<>(
            "accident",
            AccidentReport.class,
            City::accidentReports,
            City::accidentReport,
            AccidentReport::getAccidentId,
            REPORT_BYTES);

    public static final CityFeed<TrafficCount> TRAFFIC_COUNT = new CityFeed<>(
            "traffic-count",
            TrafficCount.class,
            city -> city.counters().schedule(),
            (city, index) -> city.counters().count(index),
            TrafficCount::getSiteId,
            REPORT_BYTES);

    /** All feeds of the city. A new topic is one line here. */
    public static final List<CityFeed<?>> ALL = List.of(CAMERA, TELEMETRY, WEATHER, ACCIDENT, TRAFFIC_COUNT);

    /** A part of the city. */
    public interface Part<V> extends Serializable, Function<City, V> {}

    /** The entity of an event, which determines the partition of its record. */
    public interface Key<E> extends Serializable {
        String of(E event);
    }

    /** The event of a turn. */
    public interface Event<E extends SpecificRecordBase> extends Serializable {
        Optional<CityEvent<E>> of(City city, long index);
    }
}
