package io.carriageway.geo.osm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks the table of statutory speeds line by line. */
class NationalSpeedsTest {

    private static final String ROW =
            "[A-Z]{2}(-[A-Z]{3})?:(urban|rural|trunk|motorway|living_street|bicycle_road|nsl_[a-z]+),[^,]+,[^,]+";

    @Test
    void everyRowHasASpeedInRangeAndTheRuleOfItsSource() throws IOException {
        assertThat(rows()).isNotEmpty().allMatch(row -> row.matches(ROW));
        assertThat(rows().stream().map(row -> row.split(",")[0])).doesNotHaveDuplicates();
        assertThat(rows()).allSatisfy(row -> {
            var speed = MaxSpeed.parse(row.split(",")[1]);
            assertThat(speed).isInstanceOf(MaxSpeed.Limit.class);
            assertThat(((MaxSpeed.Limit) speed).kmh()).isBetween(MaxSpeed.WALK_KMH, 140.0);
        });
    }

    @Test
    void slowerRoadsHaveLowerLimits() throws IOException {
        assertThat(SpeedDefaults.parse("DE").byZone()).hasSameSizeAs(rows());
        var speeds = SpeedDefaults.parse("DE").byZone();
        speeds.forEach((zone, kmh) -> {
            var land = zone.substring(0, zone.indexOf(':') + 1);
            if (zone.endsWith(":urban")) {
                assertThat(kmh)
                        .as(zone)
                        .isGreaterThan(speeds.getOrDefault(land + "living_street", 0.0))
                        .isLessThan(speeds.getOrDefault(land + "rural", 999.0))
                        .isLessThan(speeds.getOrDefault(land + "motorway", 999.0));
            }
        });
    }

    @Test
    void theHeadNamesTheSourceAndItsDate() throws IOException {
        assertThat(head())
                .anyMatch(line -> line.contains("https://wiki.openstreetmap.org/wiki/Default_speed_limits"))
                .anyMatch(line -> line.matches(".*revision \\d+ of \\d{4}-\\d\\d-\\d\\d.*"));
    }

    private static List<String> head() throws IOException {
        return lines().stream().filter(line -> line.startsWith("#")).toList();
    }

    private static List<String> rows() throws IOException {
        return lines().stream().filter(line -> !line.startsWith("#")).toList();
    }

    private static List<String> lines() throws IOException {
        try (var in = NationalSpeedsTest.class.getResourceAsStream("/roads/national-speeds.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
