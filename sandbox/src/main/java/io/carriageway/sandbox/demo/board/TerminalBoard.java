package io.carriageway.sandbox.demo.board;

import io.carriageway.sandbox.demo.terminal.TerminalStyle;
import io.carriageway.sandbox.demo.totals.Score;
import io.carriageway.sandbox.demo.totals.StoreTotals;
import io.carriageway.text.Printable;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The live view at one moment: the counts of each camera in its newest minute beside the truth, the contents of topics
 * and tables, and the progress of the stream. It is plain ASCII of at most 100 columns, and with eight cameras 23
 * lines, which fits every terminal.
 *
 * @param framesPerSecond processed frames
 * @param score of all frames so far
 */
public record TerminalBoard(
        Duration sinceStart,
        List<CameraLine> cameras,
        Flow flow,
        double framesPerSecond,
        Score score,
        StoreTotals totals) {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);
    private static final String HEADING =
            "camera                    minute   bike   car  moto   bus truck |  seen  truth |  road  crowding";
    private static final String RULE = "-".repeat(HEADING.length());

    List<String> lines(TerminalStyle style) {
        var lines = new ArrayList<String>();
        lines.add(style.bold(HEADING));
        lines.add(RULE);
        cameras.forEach(camera -> lines.add(line(camera, style)));
        lines.add(RULE);
        lines.addAll(totals.lines(style));
        lines.add(status());
        return lines;
    }

    private static String line(CameraLine camera, TerminalStyle style) {
        var row = camera.row();
        return text(
                "%-25.25s  %s %6.2f%6.2f%6.2f%6.2f%6.2f |%6.2f %6s |%5.1f%%  %s",
                Printable.of(row.cameraName()),
                MINUTE.format(row.minute()),
                row.bicycles(),
                row.cars(),
                row.motorcycles(),
                row.buses(),
                row.trucks(),
                row.vehicles(),
                camera.compared() ? text("%.2f", camera.truth().truthPerFrame()) : "...",
                row.areaOccupancyPercent(),
                style.crowding(row.crowding()));
    }

    /** The progress of the stream, in one line. */
    String status() {
        return text(
                "%d s  %.1f frames/s  lag %.1f s (%d frames)  rejected %d  error %.2f vehicles a frame over %d",
                sinceStart.toSeconds(),
                framesPerSecond,
                flow.lag().toMillis() / 1000.0,
                flow.waiting(),
                flow.rejected(),
                score.meanAbsoluteError(),
                score.frames());
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
