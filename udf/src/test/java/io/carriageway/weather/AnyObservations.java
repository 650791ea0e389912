package io.carriageway.weather;

import static io.carriageway.weather.Observations.NOON;

import io.carriageway.event.WeatherCondition;
import io.carriageway.event.WeatherObservation;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Every observation that the rules accept, of three stations in half an hour; what is optional is often missing. */
final class AnyObservations extends DomainContextBase {

    private static final long HALF_AN_HOUR_SECONDS = 1_800;
    private static final double OFTEN = 0.3;

    @Provide
    Arbitrary<WeatherObservation> observations() {
        return Combinators.combine(
                        Arbitraries.of("st-1", "st-2", "st-3"),
                        Arbitraries.longs().between(0, HALF_AN_HOUR_SECONDS - 1),
                        within(-90, 60).injectNull(OFTEN),
                        within(0, 100).injectNull(OFTEN),
                        within(0, 120).injectNull(OFTEN),
                        within(0, 360).injectNull(OFTEN),
                        within(0, 500).injectNull(OFTEN),
                        Arbitraries.of(WeatherCondition.class))
                .as((station, second, temperature, humidity, wind, direction, rain, condition) ->
                        new WeatherObservation(
                                station,
                                NOON.plusSeconds(second),
                                52.5,
                                13.4,
                                temperature,
                                humidity,
                                null,
                                wind,
                                direction,
                                rain,
                                null,
                                condition,
                                null,
                                null));
    }

    private static Arbitrary<Double> within(double low, double high) {
        return Arbitraries.doubles().between(low, high).ofScale(4);
    }
}
