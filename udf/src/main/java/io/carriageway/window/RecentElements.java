package io.carriageway.window;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/** Keyed state of elements by their minute of event time. */
public final class RecentElements<T> {

    private static final long MINUTE = 60_000;

    private final MapState<Long, List<T>> byMinute;

    /** @param state name of the keyed state */
    public RecentElements(RuntimeContext context, String state, Class<T> type) {
        byMinute =
                context.getMapState(new MapStateDescriptor<>(state, Types.LONG, Types.LIST(TypeInformation.of(type))));
    }

    public void add(long timeMillis, T element) throws Exception {
        long minute = minuteOf(timeMillis);
        var known = byMinute.get(minute);
        var all = known == null ? new ArrayList<T>() : new ArrayList<>(known);
        all.add(element);
        byMinute.put(minute, all);
    }

    /** Elements of all minutes from that of the first time to that of the second, both inclusive. */
    public List<T> ofMinutes(long fromMillis, long toMillis) throws Exception {
        var found = new ArrayList<T>();
        for (long minute = minuteOf(fromMillis); minute <= toMillis; minute += MINUTE) {
            var all = byMinute.get(minute);
            if (all != null) {
                found.addAll(all);
            }
        }
        return found;
    }

    /** Removes the minutes that have ended by that time. */
    public void forgetBefore(long timeMillis) throws Exception {
        var old = new ArrayList<Long>();
        for (long minute : byMinute.keys()) {
            if (minute + MINUTE <= timeMillis) {
                old.add(minute);
            }
        }
        for (long minute : old) {
            byMinute.remove(minute);
        }
    }

    private static long minuteOf(long timeMillis) {
        return Math.floorDiv(timeMillis, MINUTE) * MINUTE;
    }
}
