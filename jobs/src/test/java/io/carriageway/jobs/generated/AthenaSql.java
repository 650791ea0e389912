package io.carriageway.jobs.generated;

import static java.util.stream.Collectors.joining;

import io.carriageway.jobs.contract.Table;
import io.carriageway.jobs.io.lake.Dataset;
import java.util.Set;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** Generates the statements of sql/athena for a dataset, from its schema and the key of its table. */
final class AthenaSql {

    /** Words that Athena's DDL accepts as names only in backticks. */
    private static final Set<String> RESERVED = Set.of("partition", "offset");

    private static final String ROWS_MOVE =
            "-- One row for each %s, also where a correction moved it to another hour: the predicate on dt prunes nothing.\n";

    private AthenaSql() {}

    static String table(Dataset<?> dataset) {
        return """
                CREATE EXTERNAL TABLE IF NOT EXISTS %1$s (
                %2$s
                )
                PARTITIONED BY (dt string, hour int)
                STORED AS PARQUET
                LOCATION 's3://<bucket>/lake/%1$s/'
                TBLPROPERTIES (
                    'parquet.compression' = 'ZSTD',
                    'projection.enabled' = 'true',
                    'projection.dt.type' = 'date',
                    'projection.dt.format' = 'yyyy-MM-dd',
                    'projection.dt.range' = '<first-day>,NOW',
                    'projection.dt.interval' = '1',
                    'projection.dt.interval.unit' = 'DAYS',
                    'projection.hour.type' = 'integer',
                    'projection.hour.range' = '0,23',
                    'projection.hour.digits' = '2',
                    'storage.location.template' = 's3://<bucket>/lake/%1$s/dt=${dt}/hour=${hour}/'
                );
                """
                .formatted(dataset.name(), columns(dataset.schema()));
    }

    /**
     * A view of the newest rows. It also groups by dt and hour, so that a predicate on them applies to whole groups and
     * prunes folders. Rows of a revising run count when table run records its end, and then they alone count in its
     * range. Rows that move to another hour are not all in one folder.
     */
    static String latest(Table<?> table) {
        var dataset = table.dataset().orElseThrow();
        var folder = table.stays() ? "dt, hour, " : "";
        var comment = table.stays() ? "" : ROWS_MOVE.formatted(table.name());
        return comment
                + """
                CREATE OR REPLACE VIEW %1$s_latest AS
                SELECT
                %2$s
                    latest.dt,
                    latest.hour
                FROM (
                    SELECT
                        r.*,
                        row_number() OVER (
                            PARTITION BY %3$s
                            ORDER BY revision DESC, event_count DESC
                        ) AS place
                    FROM %1$s AS r
                    WHERE revision = 0 OR revision IN (SELECT run.revision FROM run WHERE run.dataset = '%1$s')
                ) AS latest
                LEFT JOIN run AS newer
                    ON newer.dataset = '%1$s'
                    AND newer.revision > latest.revision
                    AND newer.range_from <= latest.%4$s
                    AND newer.range_to > latest.%4$s
                WHERE place = 1 AND newer.revision IS NULL;
                """
                        .formatted(
                                dataset.name(),
                                names(dataset.schema()),
                                folder + String.join(", ", table.key()),
                                dataset.timeColumn());
    }

    /** The table of runs, which is small and used by every view: one folder. */
    static String runs(Schema row) {
        return """
                CREATE EXTERNAL TABLE IF NOT EXISTS run (
                %s
                )
                STORED AS PARQUET
                LOCATION 's3://<bucket>/lake/run/'
                TBLPROPERTIES ('parquet.compression' = 'ZSTD');
                """
                .formatted(columns(row));
    }

    private static String columns(Schema row) {
        return row.getFields().stream()
                .map(field -> "    " + quoted(field.name()) + " " + type(field.schema()))
                .collect(joining(",\n"));
    }

    private static String names(Schema row) {
        return row.getFields().stream()
                .map(field -> "    latest." + field.name() + ",")
                .collect(joining("\n"));
    }

    private static String quoted(String name) {
        return RESERVED.contains(name) ? "`" + name + "`" : name;
    }

    static String type(Schema schema) {
        if (schema.getLogicalType() != null) {
            return logicalType(schema);
        }
        return switch (schema.getType()) {
            case STRING -> "string";
            case INT -> "int";
            case LONG -> "bigint";
            case FLOAT -> "float";
            case DOUBLE -> "double";
            case BOOLEAN -> "boolean";
            case UNION -> type(onlyType(schema));
            case ARRAY -> "array<" + type(schema.getElementType()) + ">";
            case RECORD ->
                schema.getFields().stream()
                        .map(field -> field.name() + ":" + type(field.schema()))
                        .collect(joining(",", "struct<", ">"));
            default -> throw new IllegalArgumentException("no type of Athena is known for " + schema);
        };
    }

    private static String logicalType(Schema schema) {
        if (schema.getLogicalType().equals(LogicalTypes.timestampMillis())) {
            return "timestamp";
        }
        throw new IllegalArgumentException("no type of Athena is known for " + schema);
    }

    private static Schema onlyType(Schema union) {
        var types = union.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .toList();
        if (types.size() != 1) {
            throw new IllegalArgumentException("no column has the types " + union);
        }
        return types.get(0);
    }
}
