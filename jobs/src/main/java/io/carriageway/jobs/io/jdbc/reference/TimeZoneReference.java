package io.carriageway.jobs.io.jdbc.reference;

import io.carriageway.jobs.io.jdbc.MySqlConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes the names of all time zones, and the days of those that sites name, by the rules of this Java, because a
 * server may lack them. Rules change: days by an older release are replaced, those by a newer one remain.
 */
final class TimeZoneReference {

    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final LocalDate END = LocalDate.of(2040, 1, 1);
    private static final int YEAR_OF_ROWS = 5 * 366;

    /** Row lock on which jobs that start at once wait for each other. */
    private static final String LOCK = "SELECT time_zone FROM time_zone WHERE time_zone = 'UTC' FOR UPDATE";

    private static final String NAME = "INSERT IGNORE INTO time_zone (time_zone) VALUES (?)";

    /** The reference tables whose sites name a time zone. Their column refers to time_zone. */
    private static final String TABLES_OF_SITES =
            """
            SELECT table_name FROM information_schema.key_column_usage
            WHERE table_schema = DATABASE() AND column_name = 'time_zone' AND referenced_table_name = 'time_zone'
            ORDER BY table_name
            """;

    private static final String OUTDATED =
            """
            SELECT time_zone FROM time_zone
            WHERE time_zone IN (SELECT 'UTC'%s)
            AND (periods_of IS NULL OR periods_of < ?)
            ORDER BY time_zone
            """;
    private static final String FORGET = "DELETE FROM local_period WHERE time_zone = ?";
    private static final String PERIOD =
            "INSERT INTO local_period (part_of_day, local_date, time_zone, utc_from, utc_until) VALUES (?, ?, ?, ?, ?)";
    private static final String DONE = "UPDATE time_zone SET periods_of = ? WHERE time_zone = ?";

    private TimeZoneReference() {}

    static void write(MySqlConnection database) throws SQLException {
        var release = ZoneRulesProvider.getVersions("UTC").lastEntry().getKey();
        try (var session = database.open()) {
            session.setAutoCommit(false);
            try (var statement = session.createStatement()) {
                statement.executeQuery(LOCK).close();
            }
            writeNames(session);
            for (var name : outdated(session, release)) {
                writePeriods(session, name, zone(name, release));
                execute(session, DONE, release, name);
            }
            session.commit();
        }
    }

    private static void writeNames(Connection session) throws SQLException {
        try (var statement = session.prepareStatement(NAME)) {
            for (var name : ZoneId.getAvailableZoneIds().stream().sorted().toList()) {
                statement.setString(1, name);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static List<String> outdated(Connection session, String release) throws SQLException {
        var zonesOfSites = texts(session, TABLES_OF_SITES).stream()
                .map(" UNION SELECT time_zone FROM %s"::formatted)
                .collect(Collectors.joining());
        return texts(session, OUTDATED.formatted(zonesOfSites), release);
    }

    private static List<String> texts(Connection session, String sql, String... values) throws SQLException {
        try (var statement = session.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (var rows = statement.executeQuery()) {
                var texts = new ArrayList<String>();
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
                return texts;
            }
        }
    }

    private static ZoneId zone(String name, String release) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new IllegalStateException(
                    "a site names the time zone '" + name + "', which this Java (time-zone rules " + release
                            + ") does not know: set its column time_zone to a name such as Europe/Berlin",
                    unknown);
        }
    }

    private static void writePeriods(Connection session, String name, ZoneId zone) throws SQLException {
        execute(session, FORGET, name);
        try (var statement = session.prepareStatement(PERIOD)) {
            int rows = 0;
            for (var date = FIRST_DAY; date.isBefore(END); date = date.plusDays(1)) {
                for (var period : LocalPeriod.ofDay(date, zone)) {
                    statement.setString(1, period.partOfDay());
                    statement.setObject(2, period.localDate());
                    statement.setString(3, name);
                    statement.setObject(4, utc(period.from()));
                    statement.setObject(5, utc(period.until()));
                    statement.addBatch();
                    if (++rows % YEAR_OF_ROWS == 0) {
                        statement.executeBatch();
                    }
                }
            }
            statement.executeBatch();
        }
    }

    private static void execute(Connection session, String sql, String... values) throws SQLException {
        try (var statement = session.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static LocalDateTime utc(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
