package io.carriageway.bench.accuracy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the report as Markdown tables. */
final class MarkdownReport {

    private static final int MOST_VALUES = 20;
    private static final int WORST_VALUES = 10;
    private static final String NONE = "-";
    private static final Comparator<Map.Entry<String, Counting>> WORST_FIRST = Comparator.comparingDouble(
                    (Map.Entry<String, Counting> part) ->
                            part.getValue().total().mae().value())
            .reversed();
    private static final String COUNT_HEADING =
            "vehicles a frame | counted | MAE | bias | bias % | exact %\n|---|---:|---:|---:|---:|---:|---:";

    private final AccuracyReport report;
    private final List<String> lines = new ArrayList<>();

    private MarkdownReport(AccuracyReport report) {
        this.report = report;
    }

    static String of(AccuracyReport report) {
        var markdown = new MarkdownReport(report);
        markdown.summary();
        markdown.precision();
        markdown.counting();
        report.byCondition().forEach(markdown::condition);
        markdown.timings();
        return String.join("\n", markdown.lines) + "\n";
    }

    private void summary() {
        lines.add("# Accuracy of " + report.modelId());
        lines.add("");
        lines.add(text(
                "%d frames with %.2f vehicles a frame; the model's file has %.2f MB. Brackets are 95 %% intervals.",
                report.frames(), report.vehiclesPerFrame(), report.modelBytes() / 1e6));
        lines.add("");
        lines.add("Counted from confidence on: "
                + report.confidenceThresholds().entrySet().stream()
                        .map(entry -> text("%s %.2f", entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining(", "))
                + ".");
    }

    private void precision() {
        section("Finding vehicles");
        table("class | in the frames | AP@50 | AP@50-95\n|---|---:|---:|---:");
        report.precisionByClass().forEach(this::precisionRow);
        precisionRow(report.precision());
    }

    private void precisionRow(Precision row) {
        row(row.subject(), "" + row.truths(), figure(row.ap50()), figure(row.ap50To95()));
    }

    private void counting() {
        section("Counting vehicles");
        table("class | " + COUNT_HEADING);
        report.counting().byClass().forEach(this::countRow);
        countRow("all together", report.counting().total());
        lines.add("");
        lines.add(text(
                "Every class is exact in %.1f %% of the frames.",
                report.counting().allClassesExactPct()));
    }

    private void countRow(String subject, CountFigures row) {
        row(
                subject,
                text("%.2f", row.truePerFrame()),
                text("%.2f", row.foundPerFrame()),
                figure("%.3f", row.mae()),
                figure("%+.3f", row.bias()),
                figure("%+.1f", row.biasPct()),
                text("%.1f", row.exactPct()));
    }

    private void condition(String column, Map<String, Counting> byValue) {
        section("Counting by " + column);
        if (byValue.size() > MOST_VALUES) {
            lines.add(text("The worst %d of %d by MAE.", WORST_VALUES, byValue.size()));
            lines.add("");
        }
        table(column + " | frames | " + COUNT_HEADING + "|---:");
        shown(byValue).forEach((value, part) -> countRow(value + " | " + part.frames(), part.total()));
    }

    private static Map<String, Counting> shown(Map<String, Counting> byValue) {
        if (byValue.size() <= MOST_VALUES) {
            return byValue;
        }
        var worst = new LinkedHashMap<String, Counting>();
        byValue.entrySet().stream()
                .sorted(WORST_FIRST)
                .limit(WORST_VALUES)
                .forEach(part -> worst.put(part.getKey(), part.getValue()));
        return worst;
    }

    private void timings() {
        section("Milliseconds a frame");
        table("one thread | mean | median | 95 % below\n|---|---:|---:|---:");
        timeRow("CPU time", report.timings().cpu());
        timeRow("wall time", report.timings().wall());
    }

    private void timeRow(String kind, InferenceTimings.Spread spread) {
        row(kind, text("%.2f", spread.mean()), text("%.2f", spread.median()), text("%.2f", spread.p95()));
    }

    private void section(String title) {
        lines.add("");
        lines.add("## " + title);
        lines.add("");
    }

    private void table(String heading) {
        lines.add("| " + heading.replace("\n", " |\n") + "|");
    }

    private void row(String... cells) {
        lines.add("| " + String.join(" | ", cells) + " |");
    }

    private static String figure(Double value) {
        return value == null ? NONE : text("%.3f", value);
    }

    private static String figure(String format, Estimate estimate) {
        return estimate == null
                ? NONE
                : text(format + " [" + format + ", " + format + "]", estimate.value(), estimate.low(), estimate.high());
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
