package io.carriageway.city.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AccidentsTest {
    private final RoadNetwork roads = RoadNetwork.of(1, 8, 400, new LocalProjection(48.2082, 16.3738));
    private final Accidents accidents = new Accidents(1, 1200, roads);
    private final List<Accident> many =
            LongStream.range(0, 3000).mapToObj(accidents::accident).toList();

    @Test
    void inEveryIntervalThereIsOneAndItLastsEightToThirtyMinutes() {
        assertThat(many).allSatisfy(accident -> {
            assertThat(accident.occurredSeconds())
                    .isBetween(1200.0 * accident.number(), 1200.0 * (accident.number() + 1));
            assertThat(accident.resolvedSeconds() - accident.occurredSeconds()).isBetween(479.0, 1800.0);
        });
    }

    @Test
    void theFirstIsOverWithinTheFirstHourHoweverRareTheyAre() {
        for (long seed = 0; seed < 100; seed++) {
            assertThat(new Accidents(seed, 1e6, roads).accident(0).resolvedSeconds())
                    .isLessThanOrEqualTo(3600);
        }
    }

    @Test
    void anAccidentLiesInItsLaneOnItsSegment() {
        assertThat(many).allSatisfy(accident -> {
            Segment segment = roads.segments().get(4 * accident.block() + accident.side());
            assertThat(segment.id()).isEqualTo(accident.segmentId());
            Place start = segment.start();
            double right = (accident.lane() + 0.5) * RoadNetwork.LANE_METRES;
            double ahead = start.offset(0, right).metresTo(accident.place());
            assertThat(ahead).isBetween(20.0, 130.0);
            assertThat(start.offset(ahead, right).metresTo(accident.place())).isLessThan(1e-6);
        });
    }

    @Test
    void itsFactsGoTogether() {
        assertThat(many).allSatisfy(accident -> {
            assertThat(accident.pedestrians()).isBetween(0, accident.casualties());
            assertThat(accident.cycles()).isBetween(0, accident.vehicles());
            assertThat(accident.vehicles()).isPositive();
        });
        assertThat(many.stream().map(Accident::severity).distinct()).hasSize(4);
        assertThat(many.stream().map(Accident::kind).distinct()).hasSize(5);
    }

    @Test
    void noLaneEverHasTwoAtOnce() {
        for (Accident accident : many) {
            List<Accident> close = accidents.in(
                    accident.block(), accident.lane(), accident.occurredSeconds(), accident.resolvedSeconds() + 15);
            assertThat(close.stream()
                            .filter(other -> other.occurredSeconds() < accident.resolvedSeconds() + 15
                                    && other.resolvedSeconds() + 15 > accident.occurredSeconds()))
                    .containsExactly(accident);
        }
        assertThatThrownBy(() -> new Accidents(1, 60, roads)).hasMessageContaining("too much");
    }
}
