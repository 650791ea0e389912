package io.carriageway.verify.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Compares the alerts of one table with the oracle's, which it computes from the oracle's own form of that table. */
public final class Alerts {

    private static final String[] TOLD = {
        "alert_id",
        "kind",
        "rule_id",
        "rule_version",
        "source_table",
        "metric",
        "site_id",
        "raised_at",
        "cleared_at",
        "value_milli",
        "threshold_milli"
    };

    private final Oracle oracle;
    private final String table;

    private Alerts(Oracle oracle, String table) {
        this.oracle = oracle;
        this.table = table;
    }

    /**
     * Reads the rules independently of the job.
     *
     * @param clockMillis the last watermark of the run
     * @param allowedLateness how long after its end a window waits for its final row
     */
    public static Alerts judge(Oracle oracle, String table, Path rules, long clockMillis, Duration allowedLateness)
            throws Exception {
        oracle.script("alert_input");
        for (var rule : new YAMLMapper().readTree(rules.toFile())) {
            insert(oracle, rule);
        }
        oracle.insert("input_end", List.of(List.of(clockMillis, allowedLateness.toMillis())));
        oracle.script("alert_of_" + table);
        oracle.script("alert");
        return new Alerts(oracle, table);
    }

    private static void insert(Oracle oracle, JsonNode rule) throws SQLException {
        var id = rule.get("id").asText();
        int version = rule.get("version").asInt();
        oracle.insert(
                "rule",
                List.of(Arrays.asList(
                        id,
                        version,
                        Instant.parse(rule.get("effective_from").asText()).toEpochMilli(),
                        rule.get("table").asText(),
                        rule.get("kind").asText(),
                        rule.path("metric").asText(null),
                        milli(rule.path("above")),
                        milli(rule.path("below")),
                        milli(rule.path("clear")),
                        rule.has("for") ? minutes(rule.get("for").asText()) : null,
                        !rule.has("sites"))));
        for (var site : rule.path("sites")) {
            oracle.insert("rule_site", List.of(List.of(id, version, site.asText())));
        }
    }

    private static Long milli(JsonNode number) {
        return number.isMissingNode()
                ? null
                : new BigDecimal(number.asText()).movePointRight(3).longValueExact();
    }

    private static long minutes(String duration) {
        assertThat(duration).endsWith(" min");
        return Duration.ofMinutes(Long.parseLong(duration.replace(" min", ""))).toMillis();
    }

    /** Fails if table, dataset or topic differs from the oracle, or if a rule of the table raised no alert. */
    public void agree() throws SQLException, IOException {
        assertThat(oracle.rows("SELECT rule_id, rule_version FROM rule WHERE source_table = '%s'".formatted(table)
                                + " EXCEPT SELECT rule_id, rule_version FROM alert")
                        .rows())
                .as("rules that raised no alert")
                .isEmpty();
        assertThat(oracle.rows("SELECT rule_id FROM alert GROUP BY rule_id, site_id HAVING count(*) > 1")
                        .rows())
                .as("alerts that came again")
                .isNotEmpty();
        areAsStored();
    }

    /**
     * Fails if table, dataset or topic differs from the oracle; for input that need not raise an alert of every rule.
     */
    public void areAsStored() throws SQLException, IOException {
        oracle.agreesWithTable("alert");
        oracle.agreesWithLake("alert", "lake_alert", Oracle.FLAG + Oracle.times("raised_at", "cleared_at"));
        oracle.execute("CREATE TABLE told AS SELECT * EXCLUDE (event_count, revision, complete), 0::BIGINT AS at_ms"
                + " FROM lake_alert LIMIT 0");
        oracle.execute("ALTER TABLE told ALTER raised_at TYPE BIGINT USING epoch_ms(raised_at)");
        oracle.execute("ALTER TABLE told ALTER cleared_at TYPE BIGINT USING epoch_ms(cleared_at)");
        oracle.insert("told", told());
        oracle.rows("SELECT * FROM told")
                .areThoseOf(
                        oracle.rows("SELECT * EXCLUDE (event_count, revision, complete)"
                                + " REPLACE (epoch_ms(raised_at) AS raised_at, epoch_ms(cleared_at) AS cleared_at),"
                                + " epoch_ms(coalesce(cleared_at, raised_at)) AS at_ms FROM lake_alert"),
                        "topic alert");
    }

    /** The records of the topic, each once, with the time of the Kafka record. */
    private List<List<Object>> told() {
        var messages = new GenericMessages("Alert");
        var run = oracle.run();
        var told = new ArrayList<List<Object>>();
        for (var record : run.topic(run.alertTopic()).records()) {
            var alert = messages.read(record.value()).orElseThrow();
            assertThat(new String(record.key(), StandardCharsets.UTF_8))
                    .isEqualTo(alert.get("site_id").toString());
            if (!(boolean) alert.get("early")) {
                var row = new ArrayList<>(Oracle.values(alert, TOLD));
                row.add(record.timestamp());
                told.add(row);
            }
        }
        return told.stream().distinct().toList();
    }
}
