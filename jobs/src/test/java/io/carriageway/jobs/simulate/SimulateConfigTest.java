package io.carriageway.jobs.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.carriageway.city.CityFeed;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulateConfigTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:42Z"), ZoneOffset.UTC);

    @Test
    void seventyMinutesUpToTheCurrentOneAreSentAtOnceFramesOnlyOfTheLastThree() throws Exception {
        var config = config();
        assertThat(config.city().first()).isEqualTo("2026-03-01T10:50:00Z");
        assertThat(config.span(CityFeed.CAMERA))
                .isEqualTo(new Span(8 * 67 * 30, 8 * 90, Long.MAX_VALUE - 8 * 67 * 30, 4.0));
        assertThat(config.span(CityFeed.TELEMETRY)).isEqualTo(new Span(0, 400 * 6 * 70, Long.MAX_VALUE, 40));
        assertThat(config.span(CityFeed.WEATHER)).isEqualTo(new Span(0, 4 * 70, Long.MAX_VALUE, 4 / 60.0));
    }

    @Test
    void aShortPrologueHasAllItsFrames() throws Exception {
        assertThat(config("--prologue", "1 min").span(CityFeed.CAMERA).first()).isZero();
        assertThat(config("--prologue", "1 min").span(CityFeed.CAMERA).prologue())
                .isEqualTo(8 * 30);
        assertThat(config("--prologue.frames", "70 min").span(CityFeed.CAMERA).prologue())
                .isEqualTo(8 * 30 * 70);
    }

    @Test
    void durationAndLimitEndEveryTopicAtOneTime() throws Exception {
        assertThat(config("--duration", "10 s").span(CityFeed.CAMERA).turns()).isEqualTo(8 * (90 + 5));
        assertThat(config("--duration", "10 s").span(CityFeed.TELEMETRY).turns())
                .isEqualTo(400 * (420 + 1));
        assertThat(config("--limit", "100").span(CityFeed.CAMERA).turns()).isEqualTo(100);
        assertThat(config("--limit", "100").end())
                .contains(Duration.ofMinutes(67).plusMillis(100 / 8 * 2000 + 4 * 250));
        assertThat(config("--limit", "1000000", "--duration", "10 s")
                        .span(CityFeed.CAMERA)
                        .turns())
                .isEqualTo(760);
    }

    @Test
    void rateOverridesThePaceOfLifeForEveryTopic() throws Exception {
        assertThat(config("--rate", "100").span(CityFeed.CAMERA).perSecond()).isEqualTo(100.0);
        assertThat(config("--rate", "100").span(CityFeed.TELEMETRY).perSecond()).isCloseTo(1000.0, within(1e-9));
    }

    @Test
    void topicsAreChosenAndNamed() throws Exception {
        assertThat(config().feeds()).containsExactlyElementsOf(CityFeed.ALL);
        var config = config("--topics", "weather,vehicle-telemetry", "--topic.vehicle-telemetry", "cars");
        assertThat(config.feeds()).containsExactly(CityFeed.TELEMETRY, CityFeed.WEATHER);
        assertThat(config.topic(CityFeed.TELEMETRY)).isEqualTo("cars");
        assertThat(config.topic(CityFeed.WEATHER)).isEqualTo("weather");
        assertThatThrownBy(() -> config("--topics", "camera,boats")).hasMessageContaining("[boats]");
    }

    @Test
    void aTopicWithoutSourcesTakesNoTurns() throws Exception {
        assertThat(config("--stations", "0").span(CityFeed.WEATHER).turns()).isZero();
    }

    private static SimulateConfig config(String... more) throws IOException {
        var args = new ArrayList<>(List.of("--kafka.bootstrap", "broker:9092"));
        args.addAll(List.of(more));
        return SimulateConfig.from(CLOCK, args.toArray(new String[0]));
    }
}
