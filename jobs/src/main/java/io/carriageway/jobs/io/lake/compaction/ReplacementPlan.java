package io.carriageway.jobs.io.lake.compaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which files of a folder take the place of which, by their names.
 *
 * @param inputs the files that go
 * @param outputs the files that come; until then each lies beside them under its hidden name
 */
record ReplacementPlan(List<String> inputs, List<String> outputs) {

    /** What readers of the lake ignore: it begins with an underscore, and does not end in .parquet. */
    static final String HIDDEN_PREFIX = "_compacting-";

    private static final String INPUT = "input ";
    private static final String OUTPUT = "output ";
    private static final String END = "end";

    static String hidden(String output) {
        return HIDDEN_PREFIX + output.replaceFirst("\\.parquet$", "");
    }

    /** A line a file, and a last one by which a plan that was cut off is known. */
    String text() {
        var lines = Stream.of(
                        inputs.stream().map(INPUT::concat), outputs.stream().map(OUTPUT::concat), Stream.of(END))
                .flatMap(each -> each);
        return String.join("\n", lines.toList()) + "\n";
    }

    /** Empty where the text was cut off: then nothing has been done of the plan. */
    static Optional<ReplacementPlan> of(String text) {
        var inputs = new ArrayList<String>();
        var outputs = new ArrayList<String>();
        for (var line : text.lines().toList()) {
            if (line.equals(END)) {
                return Optional.of(new ReplacementPlan(inputs, outputs));
            } else if (line.startsWith(INPUT)) {
                inputs.add(line.substring(INPUT.length()));
            } else if (line.startsWith(OUTPUT)) {
                outputs.add(line.substring(OUTPUT.length()));
            }
        }
        return Optional.empty();
    }
}
