package io.carriageway.weather;

import static io.carriageway.weather.Observations.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.event.WeatherObservation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Sums do not depend on the order of observations or on the grouping of partial sums. */
@Domain(AnyObservations.class)
@Domain(DomainContext.Global.class)
class WeatherSumsTest {

    @Property(tries = 300)
    void theOrderOfObservationsLeavesNoTrace(
            @ForAll @NotEmpty List<WeatherObservation> observations, @ForAll long seed) {
        var shuffled = new ArrayList<>(observations);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(row(shuffled)).isEqualTo(row(observations));
    }

    @Property(tries = 300)
    void sumsOfPartsAddUpToTheSumOfAll(
            @ForAll List<WeatherObservation> first, @ForAll List<WeatherObservation> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        assertThat(sum(first).plus(sum(second))).isEqualTo(sum(all));
    }

    private static WeatherSums sum(List<WeatherObservation> observations) {
        return observations.stream().map(WeatherSums::of).reduce(WeatherSums.NONE, WeatherSums::plus);
    }
}
