package io.carriageway.jobs.io.lake.compaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of a folder that replace others, by their names.
 *
 * @param inputs the files to delete
 * @param outputs the files to make visible; until then each has its hidden name
 */
record ReplacementPlan(List<String> inputs, List<String> outputs) {

    /** Prefix of names that readers of the lake ignore: they begin with an underscore, and do not end in .parquet. */
    static final String HIDDEN_PREFIX = "_compacting-";

    private static final String INPUT = "input ";
    private static final String OUTPUT = "output ";
    private static final String END = "end";

    static String hidden(String output) {
        return HIDDEN_PREFIX + output.replaceFirst("\\.parquet$", "");
    }

    /** Returns a line per file, and a last line, without which a plan counts as truncated. */
    String text() {
        var lines = Stream.of(
                        inputs.stream().map(INPUT::concat), outputs.stream().map(OUTPUT::concat), Stream.of(END))
                .flatMap(each -> each);
        return String.join("\n", lines.toList()) + "\n";
    }

    /** Parses a plan; empty if the text is truncated, in which case nothing of the plan has been executed. */
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
