package io.carriageway.jobs.io.jdbc.reference;

import io.carriageway.alert.AlertRule;
import io.carriageway.alert.AlertTable;
import io.carriageway.jobs.io.jdbc.MySqlConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the sites of alert rules that do not exist. A site exists if its reference table contains it, or if the watched
 * table contains a row of it, because reference data may arrive after events. A rule on a site that does not exist
 * would silently never raise an alert.
 */
public final class AlertSites {

    private static final Logger LOG = LoggerFactory.getLogger(AlertSites.class);

    private final MySqlConnection database;

    public AlertSites(MySqlConnection database) {
        this.database = database;
    }

    /**
     * Logs a warning for each site that does not exist. That is no error, because a new site may send its first event
     * later.
     */
    public void check(List<AlertRule> rules) {
        try {
            unknown(rules).forEach(LOG::warn);
        } catch (SQLException e) {
            LOG.warn("The sites of alert rules are not checked: {}", e.toString());
        }
    }

    /** Returns a sentence for each site that does not exist, of rules that no later version replaces. */
    public List<String> unknown(List<AlertRule> rules) throws SQLException {
        var sentences = new ArrayList<String>();
        try (var session = database.open()) {
            for (var rule : rules) {
                if (rule.sites() != null && rule.endMillis() == Long.MAX_VALUE) {
                    for (var site : new TreeSet<>(rule.sites())) {
                        if (!exists(session, rule.table(), site)) {
                            sentences.add(sentence(rule, site));
                        }
                    }
                }
            }
        }
        return sentences;
    }

    private static String sentence(AlertRule rule, String site) {
        return "Alert rule %s, version %d: there is no %s '%s' in table %s, nor a row of it in %s"
                .formatted(
                        rule.id(),
                        rule.version(),
                        rule.table().site(),
                        site,
                        rule.table().site(),
                        rule.table());
    }

    private static boolean exists(Connection session, AlertTable table, String site) throws SQLException {
        var sql = "SELECT EXISTS (SELECT 1 FROM %1$s WHERE %3$s = ?) OR EXISTS (SELECT 1 FROM %2$s WHERE %3$s = ?)"
                .formatted(table.site(), table.tableName(), table.siteColumn());
        try (var statement = session.prepareStatement(sql)) {
            statement.setString(1, site);
            statement.setString(2, site);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
