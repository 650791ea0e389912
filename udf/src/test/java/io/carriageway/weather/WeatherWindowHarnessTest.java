package io.carriageway.weather;

import static io.carriageway.weather.Observations.NOON;
import static io.carriageway.weather.Observations.observation;
import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.event.WeatherObservation;
import io.carriageway.row.Weather10m;
import io.carriageway.window.TumblingWindowFunction;
import io.carriageway.window.WindowRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

@Domain(AnyObservations.class)
@Domain(DomainContext.Global.class)
class WeatherWindowHarnessTest {

    private static final WindowRule RULE =
            new WindowRule(Duration.ofMinutes(10), Duration.ofMinutes(25), Duration.ofMinutes(1));

    /** Watermarks that come between stay below the end of the first window's allowed lateness, as arrival clocks do. */
    @Property(tries = 100)
    void shuffledStreamingGivesTheFinalRowsOfABatch(@ForAll List<WeatherObservation> observations, @ForAll long seed)
            throws Exception {
        var random = new Random(seed);
        var shuffled = new ArrayList<>(observations);
        Collections.shuffle(shuffled, random);
        var watermarks = random.longs(shuffled.size(), 0, 35 * 60 - 1).sorted().iterator();
        try (var batch = harness();
                var streaming = harness()) {
            for (var observation : observations) {
                batch.processElement(new StreamRecord<>(observation));
            }
            for (var observation : shuffled) {
                streaming.processElement(new StreamRecord<>(observation));
                streaming.processWatermark(at(NOON.plusSeconds(watermarks.next())));
            }
            assertThat(finals(streaming)).containsExactlyInAnyOrderElementsOf(finals(batch));
        }
    }

    @Example
    void aStationThatIsSilentForTwentyMinutesHasNoRowForThem() throws Exception {
        try (var windows = harness()) {
            windows.processElement(new StreamRecord<>(observation(NOON, 20, 50)));
            windows.processElement(new StreamRecord<>(observation(NOON.plusSeconds(30 * 60), 21, 50)));
            assertThat(finals(windows))
                    .extracting(Weather10m::getWindowStart)
                    .containsExactlyInAnyOrder(NOON, NOON.plusSeconds(30 * 60));
        }
    }

    private static Watermark at(Instant instant) {
        return new Watermark(instant.toEpochMilli());
    }

    private static List<Weather10m> finals(
            KeyedOneInputStreamOperatorTestHarness<String, WeatherObservation, Weather10m> windows) throws Exception {
        windows.processWatermark(Watermark.MAX_WATERMARK);
        return windows.extractOutputValues().stream()
                .filter(Weather10m::getComplete)
                .toList();
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, WeatherObservation, Weather10m> harness()
            throws Exception {
        var harness = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(
                        new TumblingWindowFunction<>(RULE, new WeatherWindow(), TypeInformation.of(WeatherSums.class))),
                WeatherObservation::getStationId,
                Types.STRING);
        harness.open();
        return harness;
    }
}
