package io.carriageway.sandbox.demo.board;

import io.carriageway.sandbox.demo.terminal.TerminalStyle;
import io.carriageway.sandbox.demo.totals.MinuteRow;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Shows the board. On a terminal it is redrawn in place. A pipe or file gets one line of it at intervals, and the whole
 * board after each minute.
 */
public interface Screen {

    void show(TerminalBoard board);

    /** Stops showing the board at the end of the run, so that the summary remains the last output. */
    default Screen until(BooleanSupplier over) {
        return board -> {
            if (!over.getAsBoolean()) {
                show(board);
            }
        };
    }

    /** Java recognises a terminal only if input and output both are one; otherwise plain lines do no harm. */
    @SuppressWarnings("SystemConsoleNull") // on JDK 22 and later it would be a terminal; the build takes 17 and 21
    static Screen on(PrintStream out) {
        return System.console() == null ? new Lines(out) : new Terminal(out);
    }

    /** Draws over its last drawing. Lines are cut and not wrapped, because their number must be known. */
    final class Terminal implements Screen {
        private static final String CUT_LINES = "\033[?7l";
        private static final String WRAP_LINES = "\033[?7h";
        private static final String CLEAR_BELOW = "\033[0J";

        private final PrintStream out;
        private int drawnLines;

        Terminal(PrintStream out) {
            this.out = out;
        }

        @Override
        public void show(TerminalBoard board) {
            var lines = board.lines(TerminalStyle.COLOUR);
            var back = drawnLines == 0 ? "\n" : "\033[" + drawnLines + "A";
            out.print(back + CUT_LINES + CLEAR_BELOW + String.join("\n", lines) + "\n" + WRAP_LINES);
            out.flush();
            drawnLines = lines.size();
        }
    }

    /** Writes each thing once. */
    final class Lines implements Screen {
        private static final Duration STATUS_EVERY = Duration.ofSeconds(10);

        private final PrintStream out;
        private List<MinuteRow> shownRows = List.of();
        private Duration shownAt = Duration.ZERO;

        Lines(PrintStream out) {
            this.out = out;
        }

        @Override
        public void show(TerminalBoard board) {
            var rows = board.cameras().stream().map(CameraLine::row).toList();
            var compared = board.cameras().stream().allMatch(CameraLine::compared);
            if (compared && !rows.equals(shownRows)) {
                out.println();
                board.lines(TerminalStyle.PLAIN).forEach(out::println);
                shownRows = rows;
            } else if (board.sinceStart().minus(STATUS_EVERY).compareTo(shownAt) >= 0) {
                out.println(board.status());
            } else {
                return;
            }
            shownAt = board.sinceStart();
        }
    }
}
