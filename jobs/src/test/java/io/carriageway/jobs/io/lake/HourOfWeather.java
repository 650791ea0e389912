package io.carriageway.jobs.io.lake;

import io.carriageway.jobs.io.lake.parquet.ParquetInput;
import io.carriageway.jobs.io.lake.parquet.ParquetOutput;
import io.carriageway.jobs.io.lake.parquet.ParquetRows;
import io.carriageway.row.WeatherObservationRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.core.fs.FileSystem.WriteMode;
import org.apache.flink.core.fs.local.LocalFileSystem;

/** An hour of observations in a lake on the local disk, as a live job writes it. */
public record HourOfWeather(Path root) {

    public static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    public static final Dataset<WeatherObservationRow> WEATHER =
            new Dataset<>("weather_observation", WeatherObservationRow.class, "observed_at");

    public Lake lake() {
        return new Lake(root.toUri().toString());
    }

    public Path folder() {
        return root.resolve("weather_observation/dt=2026-07-01/hour=12");
    }

    /** Writes rows with numbers [from, to), a second apart, in that many files. */
    public List<WeatherObservationRow> write(int from, int to, int files) throws IOException {
        var all = new ArrayList<WeatherObservationRow>();
        for (int file = 0; file < files; file++) {
            var rows = new ArrayList<WeatherObservationRow>();
            for (int number = from + file; number < to; number += files) {
                rows.add(0, row(number));
            }
            write("part-%d-%d.parquet".formatted(from, file), WEATHER.type(), rows);
            all.addAll(rows);
        }
        return all;
    }

    public <R extends SpecificRecordBase> void write(String name, Class<R> type, List<R> rows) throws IOException {
        var file = new org.apache.flink.core.fs.Path(folder().resolve(name).toUri());
        var out = LocalFileSystem.getSharedInstance().create(file, WriteMode.NO_OVERWRITE);
        try (var writer = Lake.writer(new ParquetOutput(out), type)) {
            for (var row : rows) {
                writer.write(row);
            }
        }
    }

    /** The rows that a reader of the lake finds. */
    public List<WeatherObservationRow> read() throws IOException {
        return rows(lake(), NOON);
    }

    /** The rows that a reader of a lake finds in an hour. */
    static List<WeatherObservationRow> rows(Lake lake, Instant hour) throws IOException {
        var rows = new ArrayList<WeatherObservationRow>();
        for (var file : HourListing.of(lake.root(), WEATHER.name()).files(hour)) {
            try (var in = new ParquetRows<>(WEATHER.type()).open(ParquetInput.open(file.getPath(), file.getLen()))) {
                for (var row = in.read(); row != null; row = in.read()) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    public List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".crc"))
                    .sorted()
                    .toList();
        }
    }

    public static WeatherObservationRow row(int number) {
        var at = NOON.plusSeconds(number);
        return new WeatherObservationRow(
                "st-" + number % 3,
                at,
                52.5,
                13.4,
                20 + number / 8.0,
                60.0,
                null,
                number % 2 == 0 ? 3.5 : null,
                null,
                0.0,
                null,
                "RAIN",
                null,
                number,
                "weather",
                number % 2,
                (long) number,
                at.plusMillis(number),
                number % 5 == 0);
    }
}
