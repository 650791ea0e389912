package io.carriageway.jobs.io.lake.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.row.Weather10m;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.flink.core.fs.FileSystem.WriteMode;
import org.apache.flink.core.fs.local.LocalFileSystem;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads files of an older version as rows of this one. */
class ParquetRowsTest {

    private static final Set<String> NEW = Set.of("humidex_milli", "heat_index_milli_c");
    private static final String ONCE_REQUIRED = "(temperature|humidity)_.*_(sum|min|max)";

    @TempDir
    Path folder;

    @Test
    void whatWasRequiredThenIsReadAndWhatIsNewIsNull() throws Exception {
        var row = Weather10m.newBuilder()
                .setStationId("st-1")
                .setWindowStart(Instant.parse("2026-07-01T12:00:00Z"))
                .setObservations(2)
                .setTemperatureObservations(2)
                .setTemperatureMilliCSum(40_000L)
                .setTemperatureMilliCMin(19_000)
                .setTemperatureMilliCMax(21_000)
                .setHumidityObservations(2)
                .setHumidityMilliPctSum(100_000L)
                .setHumidityMilliPctMin(50_000)
                .setHumidityMilliPctMax(50_000)
                .setWindObservations(0)
                .setWindDirectionObservations(0)
                .setPrecipitationObservations(0)
                .setCondition("RAIN")
                .setEventCount(2)
                .setRevision(0)
                .setComplete(true)
                .build();
        var file = folder.resolve("old.parquet");
        write(file, row, older(Weather10m.getClassSchema()));

        var path = new org.apache.flink.core.fs.Path(file.toUri());
        try (var rows = new ParquetRows<>(Weather10m.class).open(ParquetInput.open(path, Files.size(file)))) {
            assertThat(rows.read()).isEqualTo(row);
            assertThat(rows.read()).isNull();
        }
    }

    /** A schema in which temperature and humidity are required, and felt temperatures are missing. */
    private static Schema older(Schema schema) {
        var fields = new ArrayList<Schema.Field>();
        for (var field : schema.getFields()) {
            if (!NEW.contains(field.name())) {
                fields.add(
                        field.name().matches(ONCE_REQUIRED)
                                ? new Schema.Field(
                                        field.name(), field.schema().getTypes().get(1), field.doc())
                                : new Schema.Field(field, field.schema()));
            }
        }
        return Schema.createRecord(schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
    }

    private static void write(Path file, Weather10m row, Schema schema) throws IOException {
        var record = new GenericData.Record(schema);
        schema.getFields().forEach(field -> record.put(field.name(), row.get(field.name())));
        var data = new GenericData();
        data.addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
        var out = new ParquetOutput(LocalFileSystem.getSharedInstance()
                .create(new org.apache.flink.core.fs.Path(file.toUri()), WriteMode.NO_OVERWRITE));
        try (var writer = AvroParquetWriter.<GenericRecord>builder(out)
                .withSchema(schema)
                .withDataModel(data)
                .withConf(new PlainParquetConfiguration())
                .build()) {
            writer.write(record);
        }
    }
}
