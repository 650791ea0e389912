package io.carriageway.geo.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carriageway.geo.FreeFlowSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaxSpeedTest {

    @ParameterizedTest
    @CsvSource({
        "50, 50",
        "30 mph, 48.28",
        "30mph, 48.28",
        "50 km/h, 50",
        "50 kmh, 50",
        "10 knots, 18.52",
        "walk, 6",
        "7.5, 7.5",
        "30 mph;40 mph, 56.33",
        "50;signals, 50"
    })
    void aLimitIsInKilometresPerHour(String value, double kmh) {
        assertThat(MaxSpeed.of(tags("maxspeed", value), "maxspeed")).isEqualTo(new MaxSpeed.Limit(kmh));
    }

    @ParameterizedTest
    @ValueSource(strings = {"signals", "variable", "0", "400", "-5", "fast", ""})
    void whatIsNoLimitIsUnknown(String value) {
        assertThat(MaxSpeed.of(tags("maxspeed", value), "maxspeed")).isEqualTo(new MaxSpeed.Unknown());
    }

    @Test
    void noLimitIsNoNumber() {
        assertThat(MaxSpeed.parse("none")).isEqualTo(new MaxSpeed.NoLimit());
        assertThat(freeFlow("", "motorway", "highway", "motorway", "maxspeed", "none"))
                .isEqualTo(FreeFlow.UNKNOWN);
        assertThat(freeFlow("DE", "motorway", "highway", "motorway", "maxspeed", "none"))
                .isEqualTo(derived(130));
    }

    @Test
    void aNationalLimitNeedsTheOptionAndIsThatOfItsOwnCountry() {
        assertThat(freeFlow("", "primary", "maxspeed", "DE:urban")).isEqualTo(FreeFlow.UNKNOWN);
        assertThat(freeFlow("DE", "primary", "maxspeed", "RO:urban")).isEqualTo(derived(50));
        assertThat(freeFlow("DE", "primary", "maxspeed", "GB:nsl_dual")).isEqualTo(derived(112.65));
        assertThat(freeFlow("DE", "residential", "maxspeed", "GB:zone20")).isEqualTo(derived(32.19));
        assertThat(freeFlow("DE", "residential", "source:maxspeed", "DE:zone:30"))
                .isEqualTo(derived(30));
        assertThat(freeFlow("DE", "primary", "zone:traffic", "DE:rural")).isEqualTo(derived(100));
    }

    @Test
    void aRegionMayHaveALawOfItsOwn() {
        assertThat(freeFlow("DE", "primary", "maxspeed", "BE-BRU:urban")).isEqualTo(derived(30));
        assertThat(freeFlow("BE-VLG", "primary")).isEqualTo(derived(50));
        assertThat(freeFlow("DE", "primary", "maxspeed", "GB-SCT:nsl_single")).isEqualTo(derived(96.56));
        assertThat(freeFlow("DE", "residential", "maxspeed", "GB-SCT:zone20")).isEqualTo(derived(32.19));
        assertThatThrownBy(() -> SpeedDefaults.parse("BE"))
                .hasMessageContaining("depend on the region; write one of BE-BRU, BE-VLG, BE-WAL");
    }

    @Test
    void aDefaultStandsInForAMissingLimitAndIsMarked() {
        assertThat(freeFlow("DE", "residential")).isEqualTo(derived(50));
        assertThat(freeFlow("DE,residential=30", "residential")).isEqualTo(derived(30));
        assertThat(freeFlow("residential=20 mph", "residential")).isEqualTo(derived(32.19));
        assertThat(freeFlow("DE", "motorway_link")).isEqualTo(FreeFlow.UNKNOWN);
        assertThat(freeFlow("DE", null)).isEqualTo(FreeFlow.UNKNOWN);
        assertThat(freeFlow("DE", "residential", "maxspeed", "30"))
                .isEqualTo(new FreeFlow(30.0, FreeFlowSource.MAXSPEED));
    }

    @Test
    void aDirectionMayHaveALimitOfItsOwn() {
        var tags = tags("maxspeed", "50", "maxspeed:backward", "30");
        assertThat(FreeFlow.of(tags, "primary", "forward", SpeedDefaults.NONE).kmh())
                .isEqualTo(50);
        assertThat(FreeFlow.of(tags, "primary", "backward", SpeedDefaults.NONE).kmh())
                .isEqualTo(30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Germany", "XX", "residential=fast", "residential"})
    void anOptionThatNamesNoSpeedIsRefused(String option) {
        assertThatThrownBy(() -> SpeedDefaults.parse(option)).isInstanceOf(IllegalArgumentException.class);
    }

    private static FreeFlow derived(double kmh) {
        return new FreeFlow(kmh, FreeFlowSource.DERIVED);
    }

    private static FreeFlow freeFlow(String option, String roadClass, String... tags) {
        var defaults = option.isEmpty() ? SpeedDefaults.NONE : SpeedDefaults.parse(option);
        return FreeFlow.of(tags(tags), roadClass, "forward", defaults);
    }

    static Tags tags(String... keysAndValues) {
        Map<String, String> tags = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            tags.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return new Tags(tags);
    }
}
