package io.carriageway.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.event.VehicleTelemetry;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TelemetryRulesTest {

    private final TelemetryRules rules = new TelemetryRules();

    @Test
    void aGoodReportPasses() {
        assertThat(rules.check(Reports.good().build())).isEmpty();
        assertThat(rules.check(Reports.good().setHeadingDeg(null).build())).isEmpty();
        assertThat(rules.check(Reports.good().setSpeedKmh(null).build())).isEmpty();
        assertThat(rules.check(Reports.good()
                        .setSpeedKmh(300.0)
                        .setHeadingDeg(0.0)
                        .setModelYear(2026)
                        .build()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void aReportWithAnImpossibleFieldIsRefused(UnaryOperator<VehicleTelemetry.Builder> spoil, String reason) {
        var report = spoil.apply(Reports.good()).build();
        assertThat(rules.check(report))
                .hasValueSatisfying(why -> assertThat(why.reason()).isEqualTo(reason));
    }

    static Stream<Arguments> aReportWithAnImpossibleFieldIsRefused() {
        return Stream.of(
                spoilt(report -> report.setVehicleId(""), "id-invalid"),
                spoilt(report -> report.setVehicleId("v".repeat(65)), "text-too-long"),
                spoilt(report -> report.setFuelType("f".repeat(65)), "text-too-long"),
                spoilt(report -> report.setMake("m".repeat(65)), "text-too-long"),
                spoilt(report -> report.setModel("m".repeat(65)), "text-too-long"),
                spoilt(report -> report.setLatitude(90.1), "latitude-out-of-range"),
                spoilt(report -> report.setLongitude(Double.NaN), "longitude-out-of-range"),
                spoilt(report -> report.setLatitude(0).setLongitude(0), "position-zero"),
                spoilt(report -> report.setSpeedKmh(-0.1), "speed-kmh-out-of-range"),
                spoilt(report -> report.setSpeedKmh(Double.NaN), "speed-kmh-out-of-range"),
                spoilt(report -> report.setSpeedKmh(300.1), "speed-kmh-out-of-range"),
                spoilt(report -> report.setHeadingDeg(360.01), "heading-deg-out-of-range"),
                spoilt(report -> report.setHeadingDeg(-1.5), "heading-deg-out-of-range"),
                spoilt(report -> report.setHeadingDeg(Double.NaN), "heading-deg-out-of-range"),
                spoilt(report -> report.setModelYear(26), "model-year-out-of-range"));
    }

    @ParameterizedTest
    @CsvSource({"360, 0", "-1, ", "359.99, 359.99", "-0.5, -0.5", "361, 361", ", "})
    void northIsZeroAndMinusOneIsNoHeading(Double sent, Double stored) {
        var report = rules.normalised(Reports.good().setHeadingDeg(sent).build());
        assertThat(report.getHeadingDeg()).isEqualTo(stored);
        assertThat(rules.normalised(report)).isEqualTo(report);
    }

    @Test
    void reportsOfAVehicleDifferByTheirTime() {
        var first = Reports.good().build();
        var copy = Reports.good().setSpeedKmh(31.0).build();
        var next = Reports.good().setRecordedAt(Reports.START.plusMillis(1)).build();
        assertThat(rules.identity(copy)).isEqualTo(rules.identity(first));
        assertThat(rules.identity(next)).isNotEqualTo(rules.identity(first));
        assertThat(rules.entityId(first)).isEqualTo("bus-1");
    }

    private static Arguments spoilt(UnaryOperator<VehicleTelemetry.Builder> spoil, String reason) {
        return Arguments.of(spoil, reason);
    }
}
