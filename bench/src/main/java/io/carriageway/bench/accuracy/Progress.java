package io.carriageway.bench.accuracy;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Shows the progress of a long run: a bar that is redrawn in place on a terminal, or a plain line at every tenth. */
final class Progress {

    private static final int WIDTH = 40;
    private static final int TENTHS = 10;
    private static final String CLEAR_LINE = "\r\033[2K";

    private final PrintStream out;
    private final boolean terminal;
    private final int total;
    private final LongSupplier nanos;
    private final long startedNanos;

    Progress(PrintStream out, boolean terminal, int total, LongSupplier nanos) {
        this.out = out;
        this.terminal = terminal;
        this.total = total;
        this.nanos = nanos;
        this.startedNanos = nanos.getAsLong();
    }

    /** Java recognises a terminal only if input and output both are one; otherwise plain lines do no harm. */
    @SuppressWarnings("SystemConsoleNull") // on JDK 22 and later it would be a terminal; the build takes 17 and 21
    static Progress on(PrintStream out, int total) {
        return new Progress(out, System.console() != null, total, System::nanoTime);
    }

    void done(int frames) {
        double perSecond = frames * 1e9 / Math.max(1, nanos.getAsLong() - startedNanos);
        var status = String.format(
                Locale.ROOT,
                "%d/%d frames, %.1f a second, %.0f s left",
                frames,
                total,
                perSecond,
                (total - frames) / perSecond);
        if (terminal) {
            int filled = WIDTH * frames / total;
            out.print(CLEAR_LINE + "[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " + status
                    + (frames == total ? "\n" : ""));
            out.flush();
        } else if (TENTHS * frames / total > TENTHS * (frames - 1) / total) {
            out.println(status);
        }
    }
}
