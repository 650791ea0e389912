package io.carriageway.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.carriageway.event.TrafficCount;
import io.carriageway.intake.DedupState;
import io.carriageway.intake.LatenessConfig;
import io.carriageway.intake.RawRecord;
import io.carriageway.intake.RecordClassifier;
import io.carriageway.intake.RecordOrigin;
import io.carriageway.intake.Rejection;
import io.carriageway.schemas.SingleObjectCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrafficCountRulesTest {

    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

    private final TrafficCountRules rules = new TrafficCountRules(Duration.ZERO);

    @Test
    void aCountOfTheWholeSiteWithNothingOptionalPasses() {
        assertThat(rules.check(count().build())).isEmpty();
        assertThat(count().build().getLane()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vehicles", "bicycles", "cars", "motorcycles", "buses", "trucks", "others"})
    void aNumberLiesWithinTheBoundsOfItsSchema(String field) {
        assertThat(List.of(reason(field, 0), reason(field, 1_000_000))).containsOnly("none");
        assertThat(List.of(reason(field, -1), reason(field, 1_000_001), reason(field, Integer.MAX_VALUE)))
                .containsOnly(field + "-out-of-range");
    }

    @ParameterizedTest
    @CsvSource({"speed_kmh, 0, 300", "occupancy_pct, 0, 100", "latitude, -90, 90", "longitude, -180, 180"})
    void aQuantityLiesWithinTheBoundsOfItsSchema(String field, double low, double high) {
        var reason = field.replace('_', '-') + "-out-of-range";
        assertThat(reason(field, low)).isEqualTo("none");
        assertThat(reason(field, high)).isEqualTo("none");
        assertThat(reason(field, Math.nextDown(low))).isEqualTo(reason);
        assertThat(reason(field, Math.nextUp(high))).isEqualTo(reason);
        assertThat(reason(field, Double.NaN)).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"'', none", "north-bound 2, none", "'2 ', id-invalid", "' ', id-invalid", "'a\tb', id-invalid"})
    void aLaneIsAnIdOrEmpty(String lane, String reason) {
        assertThat(reason("lane", lane)).isEqualTo(reason);
        assertThat(reason("lane", "x".repeat(65))).isEqualTo("text-too-long");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 12:00:00, 3600, none",
        "0, 12:00:00, 3601, period-length",
        "0, 12:00:00, 0, period-length",
        "0, 12:00:00, 2147483647, period-length",
        "0, 12:59:59, 1, none",
        "0, 12:59:59.001, 1, period-crosses-hour",
        "0, 12:00:00.001, 3600, period-crosses-hour",
        "30, 12:30:00, 3600, none",
        "30, 12:30:00.001, 3600, period-crosses-hour",
        "30, 12:00:00, 1800, none",
        "30, 12:00:00, 1801, period-crosses-hour",
        "45, 12:45:00, 3600, none",
        "45, 12:44:59, 2, period-crosses-hour"
    })
    void aPeriodLiesWithinOneHourOfTheGrid(int offsetMinutes, String start, int seconds, String reason) {
        var count = count().setPeriodStart(Instant.parse("2026-07-01T" + start + "Z"))
                .setPeriodSeconds(seconds)
                .build();
        var shifted = new TrafficCountRules(Duration.ofMinutes(offsetMinutes));
        assertThat(shifted.check(count).map(Rejection::reason).orElse("none")).isEqualTo(reason);
    }

    @Test
    void hoursBeginWithinTheHour() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TrafficCountRules(Duration.ofHours(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new TrafficCountRules(Duration.ofMillis(-1)));
    }

    @ParameterizedTest
    @CsvSource({"10, 5, 5, none", "10, 5, 6, classes-exceed-total", "10, , 10, none", "10, , 11, classes-exceed-total"})
    void theClassesAddUpToNoMoreThanAll(int vehicles, Integer bicycles, Integer others, String reason) {
        var count = count().setVehicles(vehicles)
                .setBicycles(bicycles)
                .setOthers(others)
                .build();
        assertThat(rules.check(count).map(Rejection::reason).orElse("none")).isEqualTo(reason);
    }

    /**
     * The period begins at noon and lasts an hour. Its end decides whether a count is late, from the future or a copy.
     */
    @ParameterizedTest
    @CsvSource({
        "12:58:59.999, Refused",
        "12:59:00, Accepted",
        "13:00:00, Accepted",
        "14:00:00, Accepted",
        "14:00:00.001, Late"
    })
    void intakeGoesByTheEndOfThePeriod(String arrival, String verdict) throws Exception {
        var hour = Duration.ofHours(1);
        var limits = new LatenessConfig(hour, Duration.ofMinutes(1));
        var classifier = new RecordClassifier<>(rules, limits, null);
        var seen = new DedupState(limits);
        var record = new RawRecord(
                new RecordOrigin(
                        "any",
                        0,
                        0,
                        Instant.parse("2026-07-01T" + arrival + "Z").toEpochMilli()),
                "site".getBytes(StandardCharsets.UTF_8),
                new SingleObjectCodec<>(TrafficCount.class)
                        .encode(count().setPeriodSeconds(3_600).build()));
        assertThat(classifier.classify(record, seen).getClass().getSimpleName()).isEqualTo(verdict);
        assertThat(classifier.classify(record, seen).getClass().getSimpleName())
                .isEqualTo(verdict.equals("Accepted") ? "Duplicate" : verdict);
    }

    private String reason(String field, Object value) {
        var count = count().setVehicles(1_000_000).build();
        count.put(count.getSchema().getField(field).pos(), value);
        return rules.check(count).map(Rejection::reason).orElse("none");
    }

    private static TrafficCount.Builder count() {
        return TrafficCount.newBuilder()
                .setSiteId("site")
                .setPeriodStart(NOON)
                .setPeriodSeconds(60)
                .setVehicles(0)
                .setLatitude(52.5)
                .setLongitude(13.4);
    }
}
