package io.carriageway.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.carriageway.alert.Threshold.Side;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.flink.util.ExceptionUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertRulesTest {

    private static final String HIGH =
            """
            - id: high
              version: 1
              effective_from: 2026-03-01T00:00:00Z
              table: camera_traffic_1m
              kind: threshold
              metric: vehicles_per_frame
              above: 50.5
              clear: 40
              for: 3 min
            """;

    private static final String SILENT =
            """
            - id: silent
              version: 1
              effective_from: 2026-03-01T00:00:00Z
              table: weather_10m
              kind: silent
              for: 20 min
            """;

    @Test
    void aThresholdIsReadInThousandthsAndWindows() throws Exception {
        var rule = parse(HIGH).rules().get(0);
        assertThat(rule.condition()).isEqualTo(new Threshold("vehicles_per_frame", Side.ABOVE, 50_500, 40_000, 3));
        assertThat(rule.table()).isEqualTo(AlertTable.CAMERA_TRAFFIC_1M);
        assertThat(rule.effectiveFromMillis())
                .isEqualTo(Instant.parse("2026-03-01T00:00:00Z").toEpochMilli());
        assertThat(rule.endMillis()).isEqualTo(Long.MAX_VALUE);
        assertThat(rule.sites()).isNull();
    }

    @Test
    void withoutClearAndForItIsTheThresholdAndOneWindow() throws Exception {
        var rule = parse(HIGH.replace("above: 50.5", "below: 7").replaceAll("  (clear|for): .*\n", ""))
                .rules()
                .get(0);
        assertThat(rule.condition()).isEqualTo(new Threshold("vehicles_per_frame", Side.BELOW, 7_000, 7_000, 1));
    }

    @Test
    void silenceAndItsSitesAreRead() throws Exception {
        var rule = parse(SILENT + "  sites: [st-1, '007']\n").rules().get(0);
        assertThat(rule.condition()).isEqualTo(new Silence(20 * 60_000));
        assertThat(rule.condition().thresholdMilli()).as("minutes").isEqualTo(20_000);
        assertThat(rule.sites()).isEqualTo(Set.of("st-1", "007"));
        assertThat(parse(SILENT + "  sites: []\n").rules().get(0).sites()).isEmpty();
    }

    @Test
    void eachVersionEndsWhereTheNextTakesOver() throws Exception {
        var next = HIGH.replace("version: 1", "version: 2").replace("03-01T00:00", "03-01T07:30");
        var rules = parse(next + SILENT + HIGH);
        assertThat(rules.of(AlertTable.CAMERA_TRAFFIC_1M))
                .extracting(AlertRule::version, AlertRule::endMillis)
                .containsExactly(
                        tuple(1, Instant.parse("2026-03-01T07:30:00Z").toEpochMilli()), tuple(2, Long.MAX_VALUE));
        assertThat(rules.of(AlertTable.SEGMENT_SPEED_1M)).isEmpty();
    }

    @Test
    void theRulesOfTheRepositoryAreRight() throws Exception {
        var rules = AlertRules.parse(Files.readAllBytes(Path.of("../flink-conf/alerts.yaml")), "alerts.yaml");
        assertThat(rules.rules())
                .extracting(AlertRule::id)
                .containsExactly(
                        "area-occupancy-high",
                        "camera-silent",
                        "level-of-service-f",
                        "speed-low",
                        "station-silent",
                        "vehicles-high");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    version: 1             | version: 0             | version is 0
                    version: 1             | version: 1.5           | version is 1.5
                    version: 1             | vresion: 1             | unknown keys [vresion]
                    00:00:00Z              | 00:00:30Z              | no window of camera_traffic_1m starts
                    2026-03-01T00:00:00Z   | monday                 | not a time like
                    camera_traffic_1m      | camera_traffic         | table is "camera_traffic", not one of [camera_traffic_1m,
                    kind: threshold        | kind: sometimes        | not threshold or silent
                    kind: threshold        | kind: silent           | unknown keys [above, clear, metric]; kind silent knows
                    vehicles_per_frame     | p50_kmh                | metric is "p50_kmh", which camera_traffic_1m does not have
                    above: 50.5            | sites: [x]             | one of above and below
                    clear: 40              | below: 40              | one of above and below
                    clear: 40              | clear: 50.501          | at which it would raise
                    above: 50.5            | below: 50.5            | at which it would raise
                    above: 50.5            | above: many            | above is "many", not a number
                    above: 50.5            | above: 50.0001         | more than 3 decimals
                    above: 50.5            | above: 1e400            | beyond a billion
                    for: 3 min             | for: 3                 | not a duration with its unit
                    for: 3 min             | for: "60000"           | not a duration with its unit
                    for: 3 min             | for: ' 5 '             | not a duration with its unit
                    for: 3 min             | for: soon              | not a duration
                    for: 3 min             | for: 90 s              | not a multiple of the windows of camera_traffic_1m, 1 min
                    for: 3 min             | for: 0 min             | not a multiple
                    for: 3 min             | for: 400 d             | longer than 365 days
                    for: 3 min             | for: 999999999999999 d | not a duration
                    for: 3 min             | sites: cam-1           | not a list of ids
                    for: 3 min             | sites: ['x ']          | each of sites is "x ", which ends with the blank U+0020
                    for: 3 min             | sites: ["x\\e[2J"]     | which has the control character U+001B
                    for: 3 min             | sites: [7]             | each of sites is 7, not a text
                    for: 3 min             | sites:                 | drop the key for every site
                    """)
    void aRuleThatIsWrongIsNamedWithItsFileAndItsFault(String right, String wrong, String fault) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse(SILENT + HIGH.replace(right, wrong)))
                .withMessageStartingWith("test.yaml, rule high: ")
                .withMessageContaining(fault);
    }

    @Test
    void aRuleWithoutAnIdIsNamedByItsPlace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse(SILENT + HIGH.replace("id: high", "name: high")))
                .withMessageStartingWith("test.yaml, rule number 2: id is missing");
    }

    @Test
    void versionsThatDoNotFollowOneAnotherAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse(HIGH + HIGH))
                .withMessage("test.yaml, rule high: it has version 1 twice; a changed rule is a new version");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse(HIGH + HIGH.replace("version: 1", "version: 2")))
                .withMessageContaining("effective_from of version 2 is 2026-03-01T00:00:00Z, which is not after");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse(SILENT + HIGH.replace("id: high\n  version: 1", "id: silent\n  version: 2")))
                .withMessageContaining("give what watches another table another id");
    }

    @Test
    void whatIsNoListOfRulesIsRefused() {
        for (var yaml : List.of("", "[]", "id: high", "- id: a\n  id: b", HIGH + "---\n" + HIGH, "- {")) {
            assertThatIllegalArgumentException()
                    .as(yaml)
                    .isThrownBy(() -> parse(yaml))
                    .withMessageStartingWith("test.yaml is no ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- \"a\\e[2J\": 1\n  \"a\\e[2J\": 2\n",
                "- \"a\\x9b2J\": 1\n  \"a\\x9b2J\": 2\n",
                "- id: \"\\e[2J\"\n",
                "- id: x\n  table: \"\\x9b2J\"\n",
                "- *a\u2028b\n",
                "- a\u001bb\n"
            })
    void noControlCharacterReachesTheTerminal(String yaml) {
        assertThatIllegalArgumentException().isThrownBy(() -> parse(yaml)).satisfies(e -> assertThat(
                        ExceptionUtils.stringifyException(e))
                .doesNotContain("\u001b", "\u009b", "\u2028"));
    }

    private static AlertRules parse(String yaml) throws IOException {
        return AlertRules.parse(yaml.getBytes(StandardCharsets.UTF_8), "test.yaml");
    }
}
