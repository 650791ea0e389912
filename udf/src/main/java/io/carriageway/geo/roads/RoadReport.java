package io.carriageway.geo.roads;

import io.carriageway.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The report on a road file, with all faults at once.
 *
 * @param location where the file is
 * @param format format of the file
 * @param features number of ways, edges or features in it
 * @param segments number of directed segments made from them
 * @param classes the roads by class
 * @param notRoads ways that are not roads for vehicles, by kind
 * @param leftOut roads that could not be loaded, by fault
 * @param notes values that were changed or are unknown
 * @param attribution attribution that must be shown with the roads; null if none is required
 */
public record RoadReport(
        String location,
        String format,
        long features,
        long segments,
        List<ClassLength> classes,
        List<Tally> notRoads,
        List<Tally> leftOut,
        List<Tally> notes,
        String attribution) {

    /** Limit of kinds that are listed: there may be as many unknown values as roads. */
    private static final int SHOWN_KINDS = 20;

    /** The report as lines of text. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("%s: %s, %d features, %d directed segments"
                .formatted(Printable.of(location), format, features, segments));
        table(lines);
        section(lines, "Not roads", notRoads);
        section(lines, "Roads left out", leftOut);
        section(lines, "Notes", notes);
        if (attribution != null) {
            lines.add("Show where the roads are shown: " + Printable.of(attribution));
        }
        return lines;
    }

    private void table(List<String> lines) {
        if (classes.isEmpty()) {
            return;
        }
        lines.add("  %-16s %9s %12s %15s".formatted("class", "streets", "km", "with free flow"));
        for (var each : classes) {
            lines.add(row(each.roadClass() == null ? "unknown" : Printable.of(each.roadClass()), each));
        }
        if (classes.size() > 1) {
            lines.add(row(
                    "total",
                    new ClassLength(
                            null,
                            classes.stream().mapToLong(ClassLength::streets).sum(),
                            classes.stream().mapToDouble(ClassLength::metres).sum(),
                            classes.stream()
                                    .mapToLong(ClassLength::withFreeFlow)
                                    .sum())));
        }
    }

    private static String row(String name, ClassLength length) {
        return String.format(
                Locale.ROOT,
                "  %-16s %9d %12.3f %15d",
                name,
                length.streets(),
                length.metres() / 1_000,
                length.withFreeFlow());
    }

    private static void section(List<String> lines, String title, List<Tally> tallies) {
        if (tallies.isEmpty()) {
            return;
        }
        lines.add("%s: %d"
                .formatted(title, tallies.stream().mapToLong(Tally::count).sum()));
        lines.addAll(kinds(tallies));
    }

    /** One line for each of the most frequent kinds. */
    static List<String> kinds(List<Tally> tallies) {
        var lines = new ArrayList<String>();
        for (var tally : tallies.subList(0, Math.min(SHOWN_KINDS, tallies.size()))) {
            lines.add("  %d %s: %s%s"
                    .formatted(
                            tally.count(),
                            tally.what(),
                            String.join(", ", tally.ids()),
                            tally.count() > tally.ids().size() ? ", ..." : ""));
        }
        if (tallies.size() > SHOWN_KINDS) {
            lines.add("  and %d of %d rarer kinds"
                    .formatted(
                            tallies.stream()
                                    .skip(SHOWN_KINDS)
                                    .mapToLong(Tally::count)
                                    .sum(),
                            tallies.size() - SHOWN_KINDS));
        }
        return lines;
    }
}
