package io.carriageway.count;

import io.carriageway.count.TrafficCountWindow.Period;
import io.carriageway.event.TrafficCount;
import io.carriageway.intake.ReceivedEvent;
import io.carriageway.row.TrafficCountTotal;
import io.carriageway.window.WindowAggregate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;

/**
 * Adds the periods of a lane up to one row for each window, and counts each second at most once: of overlapping
 * periods, the shortest is taken. Which ones are taken is decided when a row is made, because a shorter period can
 * still arrive. Until then the window collects periods in any order, in a list state that is only appended to. So with
 * state on the heap, the 3,600th period of an hour is added as fast as the first.
 */
public final class TrafficCountWindow
        implements WindowAggregate<
                Tuple2<String, String>, ReceivedEvent<TrafficCount>, List<Period>, TrafficCountTotal> {

    /** The key of a row: site_id and lane. */
    public static final TypeInformation<Tuple2<String, String>> KEY = Types.TUPLE(Types.STRING, Types.STRING);

    public static final TypeInformation<List<Period>> PERIODS = Types.LIST(TypeInformation.of(Period.class));

    private static final long SECOND = 1_000;

    /** Shorter periods first, then earlier ones. No two are equal, so the order of arrival does not matter. */
    private static final Comparator<Period> TAKEN_FIRST = Comparator.comparingInt(Period::seconds)
            .thenComparingLong(Period::startMillis)
            .thenComparingInt(Period::partition)
            .thenComparingLong(Period::offset);

    /** A count as the window's state stores it. Null: not counted or not measured. */
    public record Period(
            long startMillis,
            int seconds,
            int partition,
            long offset,
            int vehicles,
            Integer bicycles,
            Integer cars,
            Integer motorcycles,
            Integer buses,
            Integer trucks,
            Integer others,
            Long speedMh,
            Long occupancyPpm) {

        static Period of(ReceivedEvent<TrafficCount> received) {
            var count = received.event();
            return new Period(
                    count.getPeriodStart().toEpochMilli(),
                    count.getPeriodSeconds(),
                    received.origin().partition(),
                    received.origin().offset(),
                    count.getVehicles(),
                    count.getBicycles(),
                    count.getCars(),
                    count.getMotorcycles(),
                    count.getBuses(),
                    count.getTrucks(),
                    count.getOthers(),
                    whole(count.getSpeedKmh(), 1_000),
                    whole(count.getOccupancyPct(), 10_000));
        }

        private static Long whole(Double value, int parts) {
            return value == null ? null : Math.round(value * parts);
        }

        long endMillis() {
            return startMillis + seconds * SECOND;
        }
    }

    @Override
    public long timeMillis(ReceivedEvent<TrafficCount> received) {
        return received.event().getPeriodStart().toEpochMilli();
    }

    @Override
    public List<Period> empty() {
        return new ArrayList<>();
    }

    @Override
    public List<Period> add(List<Period> periods, ReceivedEvent<TrafficCount> received) {
        periods.add(Period.of(received));
        return periods;
    }

    @Override
    public TrafficCountTotal row(Tuple2<String, String> lane, long windowStart, List<Period> all, boolean complete) {
        var taken = withoutOverlap(all);
        var withSpeed = taken.stream().filter(p -> p.speedMh() != null).toList();
        var withOccupancy = taken.stream().filter(p -> p.occupancyPpm() != null).toList();
        long speedVehicles = sum(withSpeed, Period::vehicles);
        return new TrafficCountTotal(
                lane.f0,
                lane.f1,
                Instant.ofEpochMilli(windowStart),
                (long) taken.size(),
                (long) all.size() - taken.size(),
                sum(taken, Period::seconds),
                sum(taken, Period::vehicles),
                sumOrNull(taken, Period::bicycles),
                sumOrNull(taken, Period::cars),
                sumOrNull(taken, Period::motorcycles),
                sumOrNull(taken, Period::buses),
                sumOrNull(taken, Period::trucks),
                sumOrNull(taken, Period::others),
                speedVehicles == 0 ? null : sum(withSpeed, p -> p.speedMh() * p.vehicles()),
                speedVehicles,
                withOccupancy.isEmpty() ? null : sum(withOccupancy, p -> p.occupancyPpm() * p.seconds()),
                sum(withOccupancy, Period::seconds),
                (long) all.size(),
                0,
                complete);
    }

    /** The periods that are taken: each one that overlaps none taken before it. */
    private static List<Period> withoutOverlap(List<Period> periods) {
        var taken = new TreeMap<Long, Period>();
        periods.stream().sorted(TAKEN_FIRST).forEach(period -> {
            var before = taken.lowerEntry(period.endMillis());
            if (before == null || before.getValue().endMillis() <= period.startMillis()) {
                taken.put(period.startMillis(), period);
            }
        });
        return List.copyOf(taken.values());
    }

    private static long sum(List<Period> periods, ToLongFunction<Period> value) {
        return periods.stream().mapToLong(value).sum();
    }

    /** Sum of the value over all periods; null unless every period has it. */
    private static Long sumOrNull(List<Period> periods, Function<Period, Integer> value) {
        return periods.stream().allMatch(period -> value.apply(period) != null) ? sum(periods, value::apply) : null;
    }
}
