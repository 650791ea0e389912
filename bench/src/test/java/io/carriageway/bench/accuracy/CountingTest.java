package io.carriageway.bench.accuracy;

import static io.carriageway.bench.accuracy.Frames.found;
import static io.carriageway.bench.accuracy.Frames.frame;
import static io.carriageway.bench.accuracy.Frames.is;
import static io.carriageway.vision.VehicleLabel.BUS;
import static io.carriageway.vision.VehicleLabel.CAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.carriageway.vision.VehicleLabel;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CountingTest {

    private static final Thresholds THRESHOLDS = label -> 0.4;

    /** Errors of cars +1, -1, 0, +2 over 2, 1, 3 and 2 true ones. */
    private static final List<JudgedFrame> CARS = List.of(cars(2, 3), cars(1, 0), cars(3, 3), cars(2, 4));

    private static JudgedFrame cars(int truth, int found) {
        return new JudgedFrame(
                Map.of(), Collections.nCopies(truth, is(CAR, 0)), Collections.nCopies(found, found(CAR, 0.9, 0)));
    }

    @Test
    void errorsAreTakenFrameByFrameAndBiasIsWhatRemainsOfThem() {
        var total = Counting.of(CARS, THRESHOLDS).total();

        assertThat(total.truePerFrame()).isEqualTo(2); // 8 / 4
        assertThat(total.foundPerFrame()).isEqualTo(2.5); // 10 / 4
        assertThat(total.mae().value()).isEqualTo(1); // (1 + 1 + 0 + 2) / 4
        assertThat(total.bias().value()).isEqualTo(0.5); // (1 - 1 + 0 + 2) / 4
        assertThat(total.biasPct().value()).isEqualTo(25); // 2 / 8
        assertThat(total.exactPct()).isEqualTo(25); // one frame of four
    }

    @Test
    void intervalsHoldTheFigureAndNeverLeaveTheErrorsThatThereAre() {
        var total = Counting.of(CARS, THRESHOLDS).total();

        assertThat(total.mae().low()).isBetween(0.0, 0.99);
        assertThat(total.mae().high()).isBetween(1.01, 2.0);
        assertThat(total.bias().low()).isBetween(-1.0, 0.0);
        assertThat(total.bias().high()).isBetween(1.0, 2.0);
    }

    @Test
    void aBoxIsCountedFromTheThresholdOn() {
        var frames = List.of(frame(List.of(), found(CAR, 0.4, 0), found(CAR, 0.3999, 20)));

        assertThat(Counting.of(frames, THRESHOLDS).total().foundPerFrame()).isEqualTo(1);
    }

    @Test
    void aVehicleTakenForAnotherClassLeavesTheTotalExactAndNoClass() {
        var counting = Counting.of(List.of(frame(List.of(is(CAR, 0)), found(BUS, 0.9, 0))), THRESHOLDS);

        assertThat(counting.total().exactPct()).isEqualTo(100);
        assertThat(counting.allClassesExactPct()).isZero();
        assertThat(counting.byClass().get("car").bias().value()).isEqualTo(-1);
        assertThat(counting.byClass().get("bus").bias().value()).isEqualTo(1);
        assertThat(counting.byClass().get("truck").exactPct()).isEqualTo(100);
    }

    @Test
    void everyClassHasItsFiguresAndWithoutTruthNoRelativeBias() {
        var byClass = Counting.of(CARS, THRESHOLDS).byClass();

        assertThat(byClass.keySet())
                .containsExactly(List.of(VehicleLabel.values()).stream()
                        .map(VehicleLabel::text)
                        .toArray(String[]::new));
        assertThat(byClass.get("bus").biasPct()).isNull();
        assertThat(byClass.get("car").biasPct().value()).isEqualTo(25);
    }

    @Test
    void aSplitHasEachFrameOnceInEachColumn() {
        var frames = List.of(under("night", "rain", 2, 1), under("day", "rain", 1, 1), under("night", "clear", 4, 4));

        var splits = Counting.byCondition(frames, THRESHOLDS);

        assertThat(splits).containsOnlyKeys("light", "weather");
        assertThat(frames(splits.get("light"))).containsExactly(entry("day", 1), entry("night", 2));
        assertThat(frames(splits.get("weather"))).containsExactly(entry("clear", 1), entry("rain", 2));
        assertThat(splits.get("light").get("night").total().mae().value()).isEqualTo(0.5);
        assertThat(splits.get("light").get("day").total().mae().value()).isZero();
    }

    private static JudgedFrame under(String light, String weather, int truth, int found) {
        var cars = cars(truth, found);
        return new JudgedFrame(Map.of("light", light, "weather", weather), cars.truth(), cars.found());
    }

    private static Map<String, Integer> frames(Map<String, Counting> parts) {
        var frames = new TreeMap<String, Integer>();
        parts.forEach((value, part) -> frames.put(value, part.frames()));
        return frames;
    }
}
