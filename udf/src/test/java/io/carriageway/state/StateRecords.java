package io.carriageway.state;

import io.carriageway.accident.AccidentContribution;
import io.carriageway.accident.HourCell;
import io.carriageway.accident.LocalWeather;
import io.carriageway.accident.LocatedReport;
import io.carriageway.accident.StationObservation;
import io.carriageway.accident.WeatherEnrichment;
import io.carriageway.alert.RuleState;
import io.carriageway.alert.SiteRow;
import io.carriageway.camera.CameraMinute;
import io.carriageway.camera.ModelMemory;
import io.carriageway.conditions.StatusReport;
import io.carriageway.conditions.ZoneTraffic;
import io.carriageway.conditions.ZoneTrafficWindow;
import io.carriageway.event.AccidentKind;
import io.carriageway.event.AccidentReport;
import io.carriageway.event.AccidentSeverity;
import io.carriageway.event.AccidentStatus;
import io.carriageway.event.WeatherCondition;
import io.carriageway.intake.DedupSnapshot;
import io.carriageway.intake.Ledger;
import io.carriageway.intake.RecordOrigin;
import io.carriageway.telemetry.JourneyPoint;
import io.carriageway.telemetry.MatchMinute;
import io.carriageway.telemetry.OpenJourney;
import io.carriageway.telemetry.Speeds;
import io.carriageway.weather.SummaryStats;
import io.carriageway.weather.WeatherSums;
import io.carriageway.weather.WindDirections;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The records that lie in state, and those in them, each with a value in which no field is empty. */
final class StateRecords {

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
        return Stream.of(
                LocatedReport.class,
                LocalWeather.class,
                WeatherEnrichment.Waiting.class,
                StationObservation.class,
                AccidentContribution.class,
                HourCell.class,
                SiteRow.class,
                RuleState.class,
                CameraMinute.Sum.class,
                ModelMemory.class,
                ModelMemory.Turn.class,
                StatusReport.class,
                ZoneTraffic.class,
                ZoneTrafficWindow.Sum.class,
                Ledger.Tally.class,
                DedupSnapshot.class,
                RecordOrigin.class,
                JourneyPoint.class,
                OpenJourney.class,
                MatchMinute.Sum.class,
                Speeds.class,
                WeatherSums.class,
                SummaryStats.class,
                WindDirections.class);
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
