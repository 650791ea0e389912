package io.carriageway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldRulesTest {

    @Test
    void aValueOnABoundIsInRange() {
        assertThat(FieldRules.range("humidity_pct", 0, 0, 100)).isEmpty();
        assertThat(FieldRules.range("humidity_pct", 100, 0, 100)).isEmpty();
    }

    @Test
    void aValueOutOfRangeAndNaNAreRefusedByTheFieldsName() {
        assertThat(FieldRules.range("humidity_pct", 100.5, 0, 100))
                .contains(new Rejection("humidity-pct-out-of-range", "humidity_pct is 100.5, not in [0, 100]"));
        assertThat(FieldRules.range("humidity_pct", Double.NaN, 0, 100))
                .contains(new Rejection("humidity-pct-out-of-range", "humidity_pct is NaN, not in [0, 100]"));
    }

    @Test
    void aFieldThatIsAbsentIsNotOutOfRange() {
        assertThat(FieldRules.rangeIfGiven("visibility_m", null, 0, 100_000)).isEmpty();
        assertThat(FieldRules.rangeIfGiven("visibility_m", -1.0, 0, 100_000)).isPresent();
    }

    @Test
    void anIdHasAtLeastOneCharacterAndNotTooMany() {
        assertThat(FieldRules.id("station_id", "a".repeat(64), 64)).isEmpty();
        assertThat(FieldRules.id("station_id", "", 64))
                .contains(new Rejection("id-invalid", "station_id has 0 characters, 1 to 64 are allowed"));
        assertThat(FieldRules.id("station_id", "a".repeat(65), 64))
                .contains(new Rejection("text-too-long", "station_id has 65 characters, at most 64 are allowed"));
    }

    @Test
    void aCharacterOfFourBytesIsOneAsItsColumnCounts() {
        assertThat(FieldRules.id("station_id", "\uD83D\uDE97".repeat(64), 64)).isEmpty();
        assertThat(FieldRules.id("station_id", "\uD83D\uDE97".repeat(65), 64))
                .map(Rejection::reason)
                .contains("text-too-long");
    }

    @Test
    void aPositionIsOnTheGlobe() {
        assertThat(FieldRules.position(-90, 180)).isEmpty();
        assertThat(FieldRules.position(90.1, 0)).map(Rejection::reason).contains("latitude-out-of-range");
        assertThat(FieldRules.position(0, Double.NaN)).map(Rejection::reason).contains("longitude-out-of-range");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-0.0, 0", "0, -0.0", "-0.0, -0.0"})
    void exactlyZeroAndZeroIsNoPosition(double latitude, double longitude) {
        assertThat(FieldRules.position(latitude, longitude))
                .map(Rejection::reason)
                .contains("position-zero");
    }

    @ParameterizedTest
    @CsvSource({"0, 6.6", "51.5, 0", "0, 4.9E-324", "-1e-9, 0"})
    void theEquatorAndTheMeridianOfGreenwichArePositions(double latitude, double longitude) {
        assertThat(FieldRules.position(latitude, longitude)).isEmpty();
    }
}
