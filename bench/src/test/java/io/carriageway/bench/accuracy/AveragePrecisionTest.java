package io.carriageway.bench.accuracy;

import static io.carriageway.bench.accuracy.Frames.found;
import static io.carriageway.bench.accuracy.Frames.frame;
import static io.carriageway.bench.accuracy.Frames.is;
import static io.carriageway.vision.VehicleLabel.BUS;
import static io.carriageway.vision.VehicleLabel.CAR;
import static io.carriageway.vision.VehicleLabel.TRUCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.carriageway.bench.accuracy.label.Box;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AveragePrecisionTest {

    private static final Offset<Double> EXACT = within(1e-12);

    private static double ap50(JudgedFrame... frames) {
        return AveragePrecision.at(0.5, List.of(frames), CAR).orElseThrow();
    }

    @Test
    void everyVehicleFoundAndNothingElseIsOne() {
        assertThat(ap50(
                        frame(List.of(is(CAR, 0), is(CAR, 50)), found(CAR, 0.9, 0), found(CAR, 0.3, 50)),
                        frame(List.of(is(CAR, 0)), found(CAR, 0.5, 0))))
                .isEqualTo(1);
    }

    @Test
    void aMissedVehicleCostsTheRecallsThatAreNotReached() {
        // recall stops at 1 of 2: precision 1 at the 51 recalls 0.00 to 0.50, 0 at the 50 above
        assertThat(ap50(frame(List.of(is(CAR, 0), is(CAR, 50)), found(CAR, 0.9, 0))))
                .isCloseTo(51 / 101.0, EXACT);
    }

    @Test
    void aFalseAlarmCostsOnlyWhereItIsSurerThanWhatIsRight() {
        // precision is 0/1, then 1/2 at full recall: 1/2 everywhere
        assertThat(ap50(frame(List.of(is(CAR, 0)), found(CAR, 0.9, 50), found(CAR, 0.8, 0))))
                .isCloseTo(0.5, EXACT);
        // precision is 1/1 at full recall already
        assertThat(ap50(frame(List.of(is(CAR, 0)), found(CAR, 0.9, 0), found(CAR, 0.8, 50))))
                .isEqualTo(1);
    }

    @Test
    void aVehicleFoundTwiceIsRightOnceAndAFalseAlarmOnce() {
        // right, wrong, right: recalls 1/2, 1/2, 1 at precisions 1, 1/2, 2/3, so 51 recalls at 1 and 50 at 2/3
        assertThat(ap50(
                        frame(List.of(is(CAR, 0)), found(CAR, 0.9, 0), found(CAR, 0.8, 1)),
                        frame(List.of(is(CAR, 0)), found(CAR, 0.7, 0))))
                .isCloseTo((51 + 50 * 2 / 3.0) / 101, EXACT);
    }

    @Test
    void aVehicleTakenForAnotherClassIsMissedInItsOwnAndAFalseAlarmInTheOther() {
        var frames =
                List.of(frame(List.of(is(CAR, 0)), found(BUS, 0.9, 0)), frame(List.of(is(BUS, 0)), found(BUS, 0.8, 0)));

        assertThat(AveragePrecision.at(0.5, frames, CAR)).hasValue(0);
        assertThat(AveragePrecision.at(0.5, frames, BUS)).hasValue(0.5);
    }

    @Test
    void aBoxMustOverlapByHalf() {
        // shifted by s, boxes of side 10 overlap by (10 - s) / (10 + s): 6.7 / 13.3 = 0.504, 6.6 / 13.4 = 0.493
        assertThat(ap50(frame(List.of(is(CAR, 0)), found(CAR, 0.9, 3.3)))).isEqualTo(1);
        assertThat(ap50(frame(List.of(is(CAR, 0)), found(CAR, 0.9, 3.4)))).isZero();
        // the left half of the truth overlaps by exactly 0.5
        var half = new FoundVehicle(CAR, 0.9, new Box(0, 0, 5, 10));
        assertThat(ap50(frame(List.of(is(CAR, 0)), half))).isEqualTo(1);
    }

    @Test
    void overTheTenOverlapsABoxIsRightUpToItsOwn() {
        // shifted by 1.6: 8.4 / 11.6 = 0.724, right at 0.50, 0.55, 0.60, 0.65 and 0.70, wrong at the five above
        var frames = List.of(frame(List.of(is(CAR, 0)), found(CAR, 0.9, 1.6)));

        assertThat(AveragePrecision.overIous(frames, CAR).orElseThrow()).isCloseTo(0.5, EXACT);
    }

    @Test
    void theSurestClaimTakesTheTruthThatFitsItBest() {
        // both truths overlap the first claim by more than half (8/12 and 9/11); it takes the better one, or the
        // second claim, which lies on the other alone, would be left without
        var frame = frame(List.of(is(CAR, 0), is(CAR, 3)), found(CAR, 0.9, 2), found(CAR, 0.8, -2));

        assertThat(ap50(frame)).isEqualTo(1);
    }

    @Test
    void claimsThatAreEquallySureStayInTheOrderOfTheirFrames() {
        var right = frame(List.of(is(CAR, 0)), found(CAR, 0.9, 0));
        var wrong = frame(List.of(), found(CAR, 0.9, 0));

        assertThat(ap50(right, wrong)).isEqualTo(1);
        assertThat(ap50(wrong, right)).isCloseTo(0.5, EXACT);
    }

    @Test
    void anEmptyFrameCountsOnlyByItsFalseAlarms() {
        var right = frame(List.of(is(CAR, 0)), found(CAR, 0.8, 0));

        assertThat(ap50(frame(List.of()), right)).isEqualTo(1);
        assertThat(ap50(frame(List.of(), found(CAR, 0.9, 0)), right)).isCloseTo(0.5, EXACT);
    }

    @Test
    void aClassWithoutTruthHasNoFigureAndNoPartInTheMean() {
        // cars 1, trucks 0; of buses there are only false alarms
        var frames = List.of(frame(List.of(is(CAR, 0), is(TRUCK, 50)), found(CAR, 0.9, 0), found(BUS, 0.9, 20)));
        var byClass = Precision.byClass(frames);

        assertThat(byClass)
                .filteredOn(precision -> precision.subject().equals("bus"))
                .containsExactly(new Precision("bus", 0, null, null));
        assertThat(Precision.mean(byClass)).isEqualTo(new Precision("mean", 2, 0.5, 0.5));
        assertThat(Precision.mean(Precision.byClass(List.of(frame(List.of())))))
                .isEqualTo(new Precision("mean", 0, null, null));
    }

    @Test
    void onlyTheHundredSurestClaimsOfAFrameAreHeard() {
        var alarms = IntStream.range(0, 99).mapToObj(i -> found(CAR, 0.9, 100 + 20 * i));
        var all = Stream.concat(alarms, Stream.of(found(CAR, 0.8, 50), found(CAR, 0.7, 0)));
        var frame = frame(List.of(is(CAR, 0), is(CAR, 50)), all.toArray(FoundVehicle[]::new));

        // the hundredth claim is right, at precision 1/100 and recall 1/2; the next would be
        assertThat(ap50(frame)).isCloseTo(0.01 * 51 / 101, EXACT);
    }
}
