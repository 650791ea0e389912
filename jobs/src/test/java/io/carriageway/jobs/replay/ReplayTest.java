package io.carriageway.jobs.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.carriageway.event.WeatherObservation;
import io.carriageway.intake.LatenessConfig;
import io.carriageway.intake.Rejection;
import io.carriageway.intake.TopicRules;
import io.carriageway.jobs.input.EventInput;
import io.carriageway.jobs.input.EventTimeConfig;
import io.carriageway.jobs.input.IntakeConfig;
import io.carriageway.jobs.io.kafka.ArrivalRange;
import io.carriageway.jobs.io.kafka.ArrivalRange.Demand;
import io.carriageway.jobs.weather.WeatherJob;
import io.carriageway.weather.WeatherRules;
import io.carriageway.window.WindowRule;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.Configuration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayTest {

    private static final Map<String, String> TWENTY_MINUTES =
            Map.of("from", "2026-07-01T12:20:00Z", "to", "2026-07-01T12:40:00Z");
    private static final LatenessConfig LIMITS = new LatenessConfig(Duration.ofMinutes(10), Duration.ofMinutes(1));

    @Test
    void withoutARangeARunIsLiveAndReadsEverything() {
        var replay = ReplayArguments.replay(new Configuration());
        assertThat(replay).isEqualTo(Replay.NONE);
        assertThat(replay.arrivals(LIMITS)).isEqualTo(ArrivalRange.ALL);
    }

    @Test
    void aRangeHoldsItsBeginningAndNotItsEnd() {
        var replay = replay(Map.of());
        assertThat(replay.covers(Instant.parse("2026-07-01T12:19:59.999Z"))).isFalse();
        assertThat(replay.covers(Instant.parse("2026-07-01T12:20:00Z"))).isTrue();
        assertThat(replay.covers(Instant.parse("2026-07-01T12:39:59.999Z"))).isTrue();
        assertThat(replay.covers(Instant.parse("2026-07-01T12:40:00Z"))).isFalse();
    }

    @Test
    void theModeIsStreamingUnlessBatchIsAskedFor() {
        assertThat(replay(Map.of()).mode()).isEqualTo(RuntimeExecutionMode.STREAMING);
        assertThat(replay(Map.of("mode", "batch")).mode()).isEqualTo(RuntimeExecutionMode.BATCH);
    }

    @Test
    void moreThanTheRangeIsReadSoThatItsRowsAreWhole() {
        assertThat(replay(Map.of()).arrivals(LIMITS))
                .isEqualTo(new ArrivalRange(
                        Instant.parse("2026-07-01T12:08:00Z"),
                        Instant.parse("2026-07-01T12:19:00Z"),
                        Instant.parse("2026-07-01T12:50:00Z"),
                        Demand.RECORDS));
        assertThat(replay(Map.of("allow-gaps", "true")).arrivals(LIMITS, Duration.ofMinutes(5), Duration.ofHours(2)))
                .isEqualTo(new ArrivalRange(
                        Instant.parse("2026-07-01T12:03:00Z"),
                        Instant.parse("2026-07-01T12:14:00Z"),
                        Instant.parse("2026-07-01T14:50:00Z"),
                        Demand.NOTHING));
    }

    /** So are events of periods, until the last of them has ended and can be late no more. */
    @Test
    void eventsThatAreKnownLaterAreReadForSoMuchLonger() {
        var timing = new EventTimeConfig(LIMITS, Duration.ofMinutes(15), Duration.ofMinutes(1));
        var config = new IntakeConfig<>(new KnownAnHourLater(), timing, null);
        var input = EventInput.owned("weather", "group", config, WeatherJob.TOPIC);

        assertThat(replay(Map.of()).arrivals(input))
                .isEqualTo(new ArrivalRange(
                        Instant.parse("2026-07-01T12:08:00Z"),
                        Instant.parse("2026-07-01T12:19:00Z"),
                        Instant.parse("2026-07-01T13:50:00Z"),
                        Demand.RECORDS));
        var span = replay(Map.of("input", "lake")).events(input);
        assertThat(span.end()).isEqualTo(Instant.parse("2026-07-01T12:40:00Z"));
        assertThat(span.passedAt()).isEqualTo(Instant.parse("2026-07-01T14:05:00Z"));
    }

    @Test
    void aRangeThatCutsAWindowIsRefused() {
        assertThatCode(() -> replay(Map.of()).requireWhole(windows(10))).doesNotThrowAnyException();
        assertThatCode(() -> Replay.NONE.requireWhole(windows(10))).doesNotThrowAnyException();
        refused(() -> replay(Map.of("from", "2026-07-01T12:15:00Z")).requireWhole(windows(10)))
                .withMessageContaining("whole multiples of 10 minutes");
        refused(() -> replay(Map.of("to", "2026-07-01T12:40:00.001Z")).requireWhole(windows(10)))
                .withMessageContaining("whole multiples of 10 minutes");
    }

    @ParameterizedTest
    @CsvSource({
        "30, 2026-07-01T08:30:00Z, 2026-07-01T09:30:00Z, 2026-07-01T08:00:00Z, 2026-07-01T09:00:00Z",
        "45, 2026-07-01T08:45:00Z, 2026-07-01T10:45:00Z, 2026-07-01T08:30:00Z, 2026-07-01T09:30:00Z",
    })
    void aRangeGoesByTheHoursOfTheWindows(int offset, String from, String to, String wrongFrom, String wrongTo) {
        var hours = windows(60).startingPast(Duration.ofMinutes(offset));
        assertThatCode(() -> replay(Map.of("from", from, "to", to)).requireWhole(hours))
                .doesNotThrowAnyException();
        refused(() -> replay(Map.of("from", wrongFrom, "to", wrongTo)).requireWhole(hours))
                .withMessage(
                        "--from %s and --to %s must lie on whole multiples of 60 minutes,"
                                + " counted from %d minutes past the UTC hour",
                        wrongFrom, wrongTo, offset);
        refused(() -> replay(Map.of("from", from, "to", wrongTo)).requireWhole(hours));
    }

    @Test
    void whatIsNoRangeIsRefused() {
        refused(() -> ReplayArguments.replay(Configuration.fromMap(Map.of("from", "2026-07-01T12:20:00Z"))))
                .withMessageContaining("--from and --to must be given together");
        refused(() -> replay(Map.of("to", "2026-07-01T12:20:00Z"))).withMessageContaining("is not before");
        refused(() -> replay(Map.of("from", "yesterday"))).withMessageContaining("--from does not take 'yesterday'");
    }

    @Test
    void aLiveRunIsNoBatchAndKnowsNoGaps() {
        refused(() -> ReplayArguments.replay(Configuration.fromMap(Map.of("mode", "batch"))))
                .withMessageContaining("--from");
        refused(() -> ReplayArguments.replay(Configuration.fromMap(Map.of("allow-gaps", "true"))))
                .withMessageContaining("--from");
        refused(() -> ReplayArguments.replay(Configuration.fromMap(Map.of("input", "lake"))))
                .withMessageContaining("--from");
    }

    @Test
    void theLakeIsReadInBatchUnlessSaidOtherwise() {
        var replay = replay(Map.of("input", "lake"));
        assertThat(replay.readsLake()).isTrue();
        assertThat(replay.mode()).isEqualTo(RuntimeExecutionMode.BATCH);
        assertThat(replay(Map.of("input", "lake", "mode", "streaming")).mode())
                .isEqualTo(RuntimeExecutionMode.STREAMING);
        assertThat(replay(Map.of()).mode()).isEqualTo(RuntimeExecutionMode.STREAMING);
    }

    @Test
    void lateEventsCountInACorrectionFromTheLake() {
        assertThat(replay(Map.of("input", "lake", "include-late", "true")).revises())
                .isTrue();
        assertThat(replay(Map.of("input", "lake")).revises()).isFalse();
        assertThat(replay(Map.of("redetect", "true")).revises())
                .as("another look may count less")
                .isTrue();
        refused(() -> replay(Map.of("include-late", "true"))).withMessageContaining("needs --input lake");
    }

    private static ThrowableAssertAlternative<IllegalArgumentException> refused(ThrowingCallable call) {
        return assertThatIllegalArgumentException().isThrownBy(call);
    }

    private static final class KnownAnHourLater implements TopicRules<WeatherObservation> {

        private final WeatherRules rules = new WeatherRules();

        @Override
        public Class<WeatherObservation> recordClass() {
            return rules.recordClass();
        }

        @Override
        public String entityId(WeatherObservation observation) {
            return rules.entityId(observation);
        }

        @Override
        public String identity(WeatherObservation observation) {
            return rules.identity(observation);
        }

        @Override
        public Instant eventTime(WeatherObservation observation) {
            return rules.eventTime(observation);
        }

        @Override
        public Duration longestUntilKnown() {
            return Duration.ofHours(1);
        }

        @Override
        public Optional<Rejection> check(WeatherObservation observation) {
            return rules.check(observation);
        }
    }

    private static WindowRule windows(int minutes) {
        return new WindowRule(Duration.ofMinutes(minutes), Duration.ofMinutes(25), Duration.ofMinutes(1));
    }

    private static Replay replay(Map<String, String> more) {
        var options = new HashMap<>(TWENTY_MINUTES);
        options.putAll(more);
        return ReplayArguments.replay(Configuration.fromMap(options));
    }
}
