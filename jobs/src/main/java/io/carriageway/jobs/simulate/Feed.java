package io.carriageway.jobs.simulate;

import io.carriageway.city.City;
import io.carriageway.city.CityEvent;
import io.carriageway.city.EmissionSchedule;
import io.carriageway.event.AccidentReport;
import io.carriageway.event.CameraFrame;
import io.carriageway.event.VehicleTelemetry;
import io.carriageway.event.WeatherObservation;
import io.carriageway.jobs.io.kafka.EventForm;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;

/**
 * What the city sends to one topic: in which rhythm it takes turns, and the event of a turn, if there is one.
 *
 * @param largestBytes no record of it is larger
 */
record Feed<E extends SpecificRecordBase>(
        String name,
        Class<E> record,
        Part<EmissionSchedule> schedule,
        Event<E> event,
        EventForm.Part<E, String> key,
        int largestBytes)
        implements Serializable {

    private static final int FRAME_BYTES = 512 * 1024;
    private static final int REPORT_BYTES = 4096;

    static final Feed<CameraFrame> CAMERA = new Feed<>(
            "camera",
            CameraFrame.class,
            City::frames,
            (city, index) -> {
                var frame = city.frame(index);
                return Optional.of(new CityEvent<>(frame.frame(), frame.arrivalMillis()));
            },
            CameraFrame::getCameraId,
            FRAME_BYTES);
    static final Feed<VehicleTelemetry> TELEMETRY = new Feed<>(
            "vehicle-telemetry",
            VehicleTelemetry.class,
            City::telemetries,
            City::telemetry,
            VehicleTelemetry::getVehicleId,
            REPORT_BYTES);
    static final Feed<WeatherObservation> WEATHER = new Feed<>(
            "weather",
            WeatherObservation.class,
            City::observations,
            (city, index) -> Optional.of(city.observation(index)),
            WeatherObservation::getStationId,
            REPORT_BYTES);
    static final Feed<AccidentReport> ACCIDENT = new Feed<>(
            "accident",
            AccidentReport.class,
            City::accidentReports,
            City::accidentReport,
            AccidentReport::getAccidentId,
            REPORT_BYTES);

    static final List<Feed<?>> ALL = List.of(CAMERA, TELEMETRY, WEATHER, ACCIDENT);

    /** A part of the city. */
    interface Part<V> extends Serializable, Function<City, V> {}

    /** The event of a turn. */
    interface Event<E extends SpecificRecordBase> extends Serializable {
        Optional<CityEvent<E>> of(City city, long index);
    }

    EventForm<CityEvent<E>, E> form() {
        var keyOfEvent = key;
        return new EventForm<>(
                record,
                CityEvent::event,
                event -> keyOfEvent.of(event.event()),
                CityEvent::arrivalMillis,
                largestBytes);
    }

    @SuppressWarnings("unchecked") // the event's class tells what the class of its envelope cannot
    TypeInformation<CityEvent<E>> type() {
        return Types.POJO(
                (Class<CityEvent<E>>) (Class<?>) CityEvent.class,
                Map.of("event", new AvroTypeInfo<>(record), "arrivalMillis", Types.LONG));
    }
}
