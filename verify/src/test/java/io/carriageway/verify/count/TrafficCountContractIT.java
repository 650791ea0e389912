package io.carriageway.verify.count;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.event.TrafficCount;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.schemas.SingleObjectCodec;
import io.carriageway.verify.topic.TopicContract;
import io.carriageway.verify.topic.TopicRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests two hours of eight sites with every fault. */
class TrafficCountContractIT extends TopicContract {

    private static final Instant MIDNIGHT = Instant.parse("2026-07-01T00:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final SingleObjectCodec<TrafficCount> codec = new SingleObjectCodec<>(TrafficCount.class);

    TrafficCountContractIT() {
        super(CountersWithFaults.TOPIC);
    }

    @Override
    protected void alsoHolds(TopicRun run) throws Exception {
        assertThat(run.query("SELECT SUM(overlapping) > 20, SUM(cars IS NULL) > 0, SUM(cars IS NOT NULL) > 0,"
                        + " SUM(bicycles IS NULL) > 0, SUM(speed_weighted_sum_mh IS NULL) > 0,"
                        + " SUM(occupancy_ppm_seconds IS NULL) > 0 FROM traffic_count_15m"))
                .as("periods overlap; classes and quantities were measured and not measured")
                .containsExactly(List.of("1", "1", "1", "1", "1", "1"));
        assertThat(run.query("SELECT site_id, MIN(lanes), MAX(lanes) FROM v_traffic_count_site"
                        + " WHERE site_id IN ('site-0', 'site-1', 'site-4') GROUP BY site_id ORDER BY site_id"))
                .as("of a site that reports the whole site and its lanes, the whole site")
                .containsExactly(List.of("site-0", "0", "0"), List.of("site-1", "2", "2"), List.of("site-4", "0", "0"));
        assertThat(run.number("SELECT COUNT(*) FROM v_traffic_count_site v WHERE vehicles <> (SELECT SUM(vehicles)"
                        + " FROM traffic_count_1h t WHERE t.site_id = v.site_id AND t.window_start = v.window_start"
                        + " AND (t.lane = '') = (v.lanes = 0))"))
                .isZero();
    }

    /** The count of an hour is known an hour after its beginning, and belongs to the hour in which it begins. */
    @Test
    void aPeriodThatEndsWithTheRangeIsInItAndOneThatEndsWhereItBeginsIsNot(Sandbox sandbox) throws Exception {
        var live = new TopicRun(sandbox, CountersWithFaults.TOPIC, "counts_by_the_hour", 1);
        for (int hour = 5; hour < 15; hour++) {
            var end = MIDNIGHT.plus(HOUR.multipliedBy(hour + 1));
            live.sendBytes("site", codec.encode(count(hour)), end.toEpochMilli());
        }
        live.sendBytes("site", new byte[0], MIDNIGHT.plus(HOUR.multipliedBy(16)).toEpochMilli());
        var job = live.start(1);
        live.awaitBadEnd();
        live.drain(job);
        assertThat(live.number("SELECT COUNT(*) FROM traffic_count_1h WHERE complete"))
                .isEqualTo(10);

        for (var input : List.of("kafka", "lake")) {
            for (var mode : List.of("streaming", "batch")) {
                var replay = new TopicRun(sandbox, CountersWithFaults.TOPIC, "counts_" + input + "_" + mode, 1)
                        .with("topic.traffic-count", live.inputTopic())
                        .with("lake", sandbox.s3().uri(live.lakeFolder()))
                        .with("input", input)
                        .with("mode", mode)
                        .with("from", "2026-07-01T08:00:00Z")
                        .with("to", "2026-07-01T09:00:00Z");
                replay.awaitEnd(replay.start(1));
                assertThat(replay.query("SELECT HOUR(window_start), periods, vehicles FROM traffic_count_1h"))
                        .as(input + " " + mode)
                        .containsExactly(List.of("8", "1", "8"));
            }
        }
    }

    /** A count of that whole hour, with this many vehicles. */
    private static TrafficCount count(int hour) {
        return TrafficCount.newBuilder()
                .setSiteId("site")
                .setPeriodStart(MIDNIGHT.plus(HOUR.multipliedBy(hour)))
                .setPeriodSeconds((int) HOUR.toSeconds())
                .setVehicles(hour)
                .setLatitude(52.5)
                .setLongitude(13.4)
                .build();
    }
}
