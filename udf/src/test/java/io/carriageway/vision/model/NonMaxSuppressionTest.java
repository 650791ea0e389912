package io.carriageway.vision.model;

import static io.carriageway.vision.VehicleLabel.CAR;
import static io.carriageway.vision.VehicleLabel.TRUCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.carriageway.vision.VehicleLabel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NonMaxSuppressionTest {

    private static final NonMaxSuppression CLASS_WISE = new NonMaxSuppression(0.5f, null);

    @Test
    void ofTwoBoxesOnOneVehicleTheBetterStays() {
        Candidate better = box(CAR, 0.9f, 0);
        Candidate worse = box(CAR, 0.8f, 1);

        assertThat(CLASS_WISE.apply(List.of(worse, better))).containsExactly(better);
    }

    @Test
    void overlapIsSharedAreaOverUnitedArea() {
        assertThat(box(CAR, 1, 0).overlap(box(CAR, 1, 5))).isCloseTo(50f / 150f, within(1e-6f));
        assertThat(box(CAR, 1, 0).overlap(box(CAR, 1, 10))).isZero();
        assertThat(box(CAR, 1, 0).overlap(box(TRUCK, 1, 0))).isEqualTo(1);
    }

    @Test
    void boxesThatOverlapExactlyToTheThresholdBothStay() {
        Candidate one = box(CAR, 0.9f, 0);
        Candidate other = box(CAR, 0.8f, 5);
        float exact = one.overlap(other);

        assertThat(new NonMaxSuppression(exact, null).apply(List.of(one, other)))
                .hasSize(2);
        assertThat(new NonMaxSuppression(Math.nextDown(exact), null).apply(List.of(one, other)))
                .hasSize(1);
    }

    @Test
    void aBoxThatWasItselfSuppressedSuppressesNothing() {
        Candidate first = box(CAR, 0.9f, 0);
        Candidate between = box(CAR, 0.8f, 3);
        Candidate last = box(CAR, 0.7f, 6);

        assertThat(CLASS_WISE.apply(List.of(first, between, last))).containsExactly(first, last);
    }

    @Test
    void classesDoNotSuppressEachOtherUnlessTheCardAsksForIt() {
        Candidate car = box(CAR, 0.8f, 0);
        Candidate truck = box(TRUCK, 0.9f, 1);

        assertThat(CLASS_WISE.apply(List.of(car, truck))).containsExactly(truck, car);
        assertThat(new NonMaxSuppression(0.5f, 0.7f).apply(List.of(car, truck))).containsExactly(truck);
        assertThat(new NonMaxSuppression(0.5f, 0.9f).apply(List.of(car, truck))).containsExactly(truck, car);
    }

    @Test
    void theOrderInWhichAModelProposesDecidesNothingNotEvenBetweenEquals() {
        List<Candidate> candidates = new ArrayList<>();
        for (int place = 0; place < 30; place++) {
            candidates.add(box(place % 2 == 0 ? CAR : TRUCK, 0.5f, place));
        }
        List<Candidate> expected = CLASS_WISE.apply(candidates);
        for (int round = 0; round < 50; round++) {
            Collections.shuffle(candidates, new Random(round));
            assertThat(CLASS_WISE.apply(candidates)).isEqualTo(expected);
        }
    }

    /** Ten by ten pixels. */
    private static Candidate box(VehicleLabel label, float score, float xMin) {
        return new Candidate(label, score, xMin, 0, xMin + 10, 10);
    }
}
