package io.carriageway.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.telemetry.MatchedReport.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SpeedsTest {

    @Test
    void speedsAreRoundedHalfUpToMetresPerHourAndToKilometres() {
        assertThat(Speeds.metresPerHour(49.9995)).isEqualTo(50_000);
        assertThat(Speeds.metresPerHour(49.9994)).isEqualTo(49_999);
        assertThat(Speeds.kilometresPerHour(49_500)).isEqualTo(50);
        assertThat(Speeds.kilometresPerHour(49_499)).isEqualTo(49);
        assertThat(Speeds.kilometresPerHour(300_000)).isEqualTo(300);
    }

    @Test
    void percentilesAreNearestRanks() {
        var ten = of(List.of(10_000, 20_000, 30_000, 40_000, 50_000, 60_000, 70_000, 80_000, 90_000, 100_000));
        assertThat(ten.percentileKmh(15)).isEqualTo(20);
        assertThat(ten.percentileKmh(50)).isEqualTo(50);
        assertThat(ten.percentileKmh(85)).isEqualTo(90);
        assertThat(of(List.of(0)).percentileKmh(85)).isZero();
    }

    /** The definition, read literally, over the samples themselves. */
    @Property
    void aPercentileIsTheSmallestSpeedThatEnoughSamplesDoNotExceed(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 300_000) Integer> speeds,
            @ForAll @IntRange(min = 1, max = 100) int percent) {
        var rounded = speeds.stream().map(Speeds::kilometresPerHour).toList();
        int expected = rounded.stream()
                .filter(kmh ->
                        100 * rounded.stream().filter(other -> other <= kmh).count() >= (long) percent * rounded.size())
                .min(Integer::compare)
                .orElseThrow();
        assertThat(of(speeds).percentileKmh(percent)).isEqualTo(expected);
    }

    @Property
    void howSamplesArePartedAndInWhichOrderTheyComeLeavesNoTrace(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 300_000) Integer> speeds, @ForAll long seed) {
        var random = new Random(seed);
        var shuffled = new ArrayList<>(speeds);
        Collections.shuffle(shuffled, random);
        var sum = Speeds.none();
        for (int from = 0; from < shuffled.size(); ) {
            int to = from + 1 + random.nextInt(shuffled.size() - from);
            sum = sum.plus(of(shuffled.subList(from, to)));
            from = to;
        }
        assertThat(sum).usingRecursiveComparison().isEqualTo(of(speeds));
        assertThat(sum.vehicleHashes())
                .containsExactly(speeds.stream()
                        .mapToLong(SpeedsTest::vehicleOf)
                        .distinct()
                        .sorted()
                        .toArray());
        assertThat(sum.sumMh()).isEqualTo(speeds.stream().mapToLong(mh -> mh).sum());
        assertThat(sum.maxMh()).isEqualTo(Collections.max(speeds).longValue());
    }

    /** The speeds of reports, of one vehicle for each last digit. */
    private static Speeds of(List<Integer> speedsMetresPerHour) {
        var fold = new SpeedFold();
        var samples = new SpeedSamples();
        speedsMetresPerHour.forEach(
                mh -> fold.add(samples, new MatchedReport(Outcome.MATCHED, "a", 0, vehicleOf(mh), mh)));
        return samples.speeds();
    }

    private static long vehicleOf(int metresPerHour) {
        return metresPerHour % 10 - 5L;
    }
}
