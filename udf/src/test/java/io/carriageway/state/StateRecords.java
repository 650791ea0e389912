package io.carriageway.state;

import io.carriageway.accident.AccidentContribution;
import io.carriageway.accident.HourCell;
import io.carriageway.accident.LocalWeather;
import io.carriageway.accident.LocatedReport;
import io.carriageway.accident.StationObservation;
import io.carriageway.accident.WeatherEnrichment;
import io.carriageway.alert.RuleState;
import io.carriageway.alert.SiteRow;
import io.carriageway.camera.detect.ModelMemory;
import io.carriageway.conditions.StatusReport;
import io.carriageway.conditions.ZoneTraffic;
import io.carriageway.event.AccidentKind;
import io.carriageway.event.AccidentReport;
import io.carriageway.event.AccidentSeverity;
import io.carriageway.event.AccidentStatus;
import io.carriageway.event.WeatherCondition;
import io.carriageway.intake.DedupSnapshot;
import io.carriageway.intake.RecordOrigin;
import io.carriageway.telemetry.JourneyPoint;
import io.carriageway.telemetry.OpenJourney;
import io.carriageway.window.WindowAggregate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The record classes in state, also nested ones, each with a value in which no field is empty. */
final class StateRecords {

    private static final Path CLASSES = Path.of("target/classes");

    /** Index of the type argument of an aggregate that is its sum. */
    private static final int SUM = 2;

    private static final Map<Type, Object> VALUES = Map.ofEntries(
            Map.entry(int.class, 7),
            Map.entry(Integer.class, 8),
            Map.entry(long.class, 9L),
            Map.entry(Long.class, 10L),
            Map.entry(double.class, 1.5),
            Map.entry(boolean.class, true),
            Map.entry(String.class, "text"),
            Map.entry(int[].class, new int[] {1, 2}),
            Map.entry(long[].class, new long[] {3, 4}),
            Map.entry(WeatherCondition.class, WeatherCondition.SNOW),
            Map.entry(AccidentReport.class, report()));

    private StateRecords() {}

    static Stream<Class<? extends Record>> types() {
        return Stream.concat(known(), sums());
    }

    private static Stream<Class<? extends Record>> known() {
        return Stream.of(
                LocatedReport.class,
                LocalWeather.class,
                WeatherEnrichment.Waiting.class,
                StationObservation.class,
                AccidentContribution.class,
                HourCell.class,
                SiteRow.class,
                RuleState.class,
                ModelMemory.class,
                ModelMemory.Turn.class,
                StatusReport.class,
                ZoneTraffic.class,
                DedupSnapshot.class,
                RecordOrigin.class,
                JourneyPoint.class,
                OpenJourney.class);
    }

    /** The sums in window state, for every aggregate, and the records in them. */
    private static Stream<Class<? extends Record>> sums() {
        try (var files = Files.walk(CLASSES)) {
            return files
                    .map(file -> CLASSES.relativize(file).toString())
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> loaded(name.replace(".class", "").replace('/', '.')))
                    .flatMap(type -> Stream.of(type.getGenericInterfaces()))
                    .filter(type -> type instanceof ParameterizedType of && of.getRawType() == WindowAggregate.class)
                    .flatMap(type -> withParts(((ParameterizedType) type).getActualTypeArguments()[SUM]))
                    .distinct()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> loaded(String name) {
        try {
            return Class.forName(name, false, StateRecords.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Class<? extends Record>> withParts(Type type) {
        if (type instanceof ParameterizedType generic) {
            return Stream.of(generic.getActualTypeArguments()).flatMap(StateRecords::withParts);
        }
        if (!(type instanceof Class<?> sum) || !sum.isRecord()) {
            return Stream.empty();
        }
        var parts = Stream.of(sum.getRecordComponents()).flatMap(part -> withParts(part.getGenericType()));
        return Stream.concat(Stream.of(sum.asSubclass(Record.class)), parts);
    }

    /** A value of the type of a record's component. */
    static Object value(Type type) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType generic) {
            var arguments = generic.getActualTypeArguments();
            return generic.getRawType() == List.class
                    ? List.of(value(arguments[0]))
                    : Map.of(value(arguments[0]), value(arguments[1]));
        }
        return VALUES.containsKey(type) ? VALUES.get(type) : record((Class<?>) type);
    }

    private static Object record(Class<?> type) throws ReflectiveOperationException {
        var components = type.getRecordComponents();
        var values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(components[i].getGenericType());
        }
        var constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(component -> component.getType()).toArray(Class<?>[]::new));
        return constructor.newInstance(values);
    }

    static AccidentReport report() {
        return AccidentReport.newBuilder()
                .setAccidentId("a-1")
                .setOccurredAt(Instant.parse("2026-07-01T12:00:00Z"))
                .setReportedAt(Instant.parse("2026-07-01T12:01:00Z"))
                .setLatitude(52.5)
                .setLongitude(13.4)
                .setSeverity(AccidentSeverity.SERIOUS)
                .setKind(AccidentKind.FIRE)
                .setStatus(AccidentStatus.RESOLVED)
                .setVehicles(2)
                .setCasualties(1)
                .setPedestrians(1)
                .setCycles(1)
                .setRoadCondition("wet")
                .setVisibility("fog")
                .setSpeedLimitKmh(50)
                .setAuthority("police")
                .setDescription("words")
                .build();
    }
}
