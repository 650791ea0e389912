package io.carriageway.sandbox.demo.board;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.sandbox.demo.totals.Score;
import io.carriageway.sandbox.demo.totals.StoreTotals;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScreenTest {

    private static final Score WHOLE = new Score(30, 91, 93, 8);
    private static final Score PART = new Score(29, 88, 90, 8);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, UTF_8);

    @Test
    void aTerminalIsDrawnOverInItsPlace() {
        var screen = new Screen.Terminal(out);
        screen.show(board(1, "FREE", WHOLE));
        bytes.reset();

        screen.show(board(2, "JAMMED", WHOLE));

        assertThat(drawn()).startsWith("\033[6A").contains("JAMMED").endsWith("\n\033[?7h");
        assertThat(drawn().lines()).hasSize(7);
    }

    @Test
    void aPipeGetsATableOnceAndThenALineEveryTenSeconds() {
        var screen = new Screen.Lines(out);
        screen.show(board(40, "FREE", WHOLE));
        assertThat(drawn()).contains("Mill Street").doesNotContain("\033");
        bytes.reset();

        screen.show(board(45, "FREE", WHOLE));
        assertThat(drawn()).isEmpty();

        screen.show(board(50, "FREE", WHOLE));
        assertThat(drawn()).startsWith("50 s ").doesNotContain("Mill Street");
    }

    @Test
    void aPipeGetsATableOfNewRowsWhenTheTruthAboutAllOfThemIsThere() {
        var screen = new Screen.Lines(out);
        screen.show(board(1, "FREE", PART));
        assertThat(drawn()).isEmpty();

        screen.show(board(2, "FREE", WHOLE));
        assertThat(drawn()).contains("FREE");

        screen.show(board(3, "JAMMED", WHOLE));
        assertThat(drawn()).contains("JAMMED");
    }

    @Test
    void nothingIsDrawnAfterTheEnd() {
        new Screen.Terminal(out).until(() -> true).show(board(1, "FREE", WHOLE));

        assertThat(drawn()).isEmpty();
    }

    private String drawn() {
        return bytes.toString(UTF_8);
    }

    private static TerminalBoard board(int second, String crowding, Score truth) {
        return new TerminalBoard(
                Duration.ofSeconds(second),
                List.of(TerminalBoardTest.camera("Mill Street, mast 1", 30, truth, crowding)),
                new Flow(30, 30, 0, Duration.ZERO),
                4,
                truth,
                new StoreTotals(List.of(), Map.of(), List.of()));
    }
}
