package io.carriageway.jobs.roads;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.carriageway.geo.Place;
import io.carriageway.geo.RoadNetwork;
import io.carriageway.geo.roads.NearestRoad;
import io.carriageway.text.Printable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Positions of a CSV file.
 *
 * @param points the readable points
 * @param unreadable rows without a position on the Earth
 * @param firstFault line and value of the first such row; null if there is none
 */
record Points(List<Point> points, long unreadable, String firstFault) {

    private static final List<String> LATITUDE = List.of("latitude", "lat");
    private static final List<String> LONGITUDE = List.of("longitude", "lon", "lng", "long");
    private static final List<String> HEADING = List.of("heading", "heading_deg", "bearing", "course");

    private static final int HEADER_BYTES = 10_000;

    /**
     * A position.
     *
     * @param headingDegrees null if it was not measured
     */
    record Point(double latitude, double longitude, Double headingDegrees) {}

    /**
     * Reads the file.
     *
     * @throws IllegalArgumentException if the file has no header with latitude and longitude, or no row
     */
    static Points read(Path file) throws IOException {
        var points = new ArrayList<Point>();
        long unreadable = 0;
        String firstFault = null;
        var csv = CsvReader.builder()
                .detectBomHeader(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .fieldSeparator(separator(file));
        try (var rows = csv.ofNamedCsvRecord(file)) {
            for (var row : rows) {
                requireHeader(row, file);
                var point = point(row);
                if (point.isPresent()) {
                    points.add(point.get());
                } else {
                    firstFault = firstFault == null ? fault(row) : firstFault;
                    unreadable++;
                }
            }
        } catch (CsvParseException e) {
            throw new IllegalArgumentException("%s is not a CSV file: %s".formatted(file, e.getMessage()));
        }
        if (points.isEmpty() && unreadable == 0) {
            throw new IllegalArgumentException("%s has no rows below its header".formatted(file));
        }
        return new Points(points, unreadable, firstFault);
    }

    /** Explains why no point is on a road. */
    String whyNone(RoadNetwork network) {
        var first = points.stream()
                .filter(point -> point.latitude() != 0 || point.longitude() != 0)
                .findFirst();
        return first.map(point -> String.format(
                        Locale.ROOT,
                        "the first, %s,%s, lies %.1f km from the nearest one",
                        point.latitude(),
                        point.longitude(),
                        NearestRoad.metres(new Place(point.latitude(), point.longitude()), network) / 1_000))
                .orElse(firstFault == null ? "all are at 0,0" : "none can be read");
    }

    private static void requireHeader(NamedCsvRecord row, Path file) {
        if (column(row, LATITUDE).isEmpty() || column(row, LONGITUDE).isEmpty()) {
            throw noHeader(file);
        }
    }

    private static IllegalArgumentException noHeader(Path file) {
        return new IllegalArgumentException(
                "%s has no columns latitude and longitude in its first line".formatted(file));
    }

    /** The most frequent separator in the header: in many countries spreadsheets write semicolons. */
    private static char separator(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("%s is not a file".formatted(file));
        }
        try (var in = Files.newInputStream(file)) {
            var head = new String(in.readNBytes(HEADER_BYTES), StandardCharsets.UTF_8);
            var header = head.lines().findFirst().orElseThrow(() -> noHeader(file));
            return Stream.of(',', ';', '\t')
                    .max(Comparator.comparing(
                            each -> header.chars().filter(sign -> sign == each).count()))
                    .orElse(',');
        }
    }

    private static Optional<Point> point(NamedCsvRecord row) {
        var latitude = number(row, LATITUDE).filter(degrees -> Math.abs(degrees) <= 90);
        var longitude = number(row, LONGITUDE).filter(degrees -> Math.abs(degrees) <= 180);
        var heading = number(row, HEADING).filter(degrees -> degrees >= 0 && degrees <= 360);
        return latitude.isEmpty() || longitude.isEmpty()
                ? Optional.empty()
                : Optional.of(new Point(latitude.get(), longitude.get(), heading.orElse(null)));
    }

    /** The fault of a row without a point. */
    private static String fault(NamedCsvRecord row) {
        boolean isLatitude =
                number(row, LATITUDE).filter(degrees -> Math.abs(degrees) <= 90).isEmpty();
        var value = column(row, isLatitude ? LATITUDE : LONGITUDE).flatMap(row::findField);
        return "line %d: %s %s"
                .formatted(
                        row.getStartingLineNumber(),
                        isLatitude ? "latitude" : "longitude",
                        value.map(text -> "'%s' is not a number of degrees; write it like 52.5"
                                        .formatted(Printable.of(text)))
                                .orElse("is missing"));
    }

    private static Optional<Double> number(NamedCsvRecord row, List<String> names) {
        try {
            return column(row, names)
                    .flatMap(row::findField)
                    .map(text -> Double.valueOf(text.strip()))
                    .filter(Double::isFinite);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> column(NamedCsvRecord row, List<String> names) {
        return row.getHeader().stream()
                .filter(name -> names.contains(name.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
