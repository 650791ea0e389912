package io.carriageway.sandbox.demo.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.sandbox.demo.terminal.TerminalStyle;
import io.carriageway.sandbox.demo.totals.MinuteRow;
import io.carriageway.sandbox.demo.totals.Score;
import io.carriageway.sandbox.demo.totals.StoreTotals;
import io.carriageway.sandbox.demo.totals.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalBoardTest {

    private static final Flow FLOW = new Flow(720, 716, 1, Duration.ofMillis(740));
    private static final StoreTotals STOCK = new StoreTotals(List.of(), Map.of(Topics.DETECTION, 716L), List.of());

    @Test
    void itShowsEachCamerasNewestMinuteBesideTheTruthAndHowTheStreamIsDoing() {
        var board = board(List.of(
                camera("Mill Street, mast 1", 30, new Score(30, 91, 93, 8), "MODERATE"),
                camera("A street whose name is far too long for it", 30, new Score(29, 80, 85, 5), "JAMMED")));

        assertThat(board.lines(TerminalStyle.PLAIN))
                .containsExactly(
                        "camera                    minute   bike   car  moto   bus truck |  seen  truth |  road  crowding",
                        "------------------------------------------------------------------------------------------------",
                        "Mill Street, mast 1        07:02   0.10  2.30  0.00  0.20  0.43 |  3.03   3.10 | 12.3%  MODERATE",
                        "A street whose name is fa  07:02   0.10  2.30  0.00  0.20  0.43 |  3.03    ... | 12.3%  JAMMED",
                        "------------------------------------------------------------------------------------------------",
                        "topic              records accepted dupl late  rej | table                rows  now",
                        "detection              716                         |",
                        "61 s  4.0 frames/s  lag 0.7 s (3 frames)  rejected 1  error 0.42 vehicles a frame over 700");
    }

    @Test
    void theNameOfACameraDoesNotSteerTheTerminal() {
        var board = board(List.of(camera("Mill\n\033[2J", 30, new Score(30, 91, 93, 8), "MODERATE\007")));
        assertThat(board.lines(TerminalStyle.PLAIN).get(2))
                .startsWith("Mill\\n\\u001b[2J ")
                .endsWith("  MODERATE\\u0007");
    }

    @Test
    void noLineIsWiderThanAHundredColumns() {
        var busiest = new MinuteRow(
                "c", "x".repeat(200), Instant.EPOCH, 30, 99.99, 99.99, 99.99, 99.99, 99.99, 99.99, 100, "MODERATE");
        var afterADay = new TerminalBoard(
                Duration.ofDays(1),
                List.of(new CameraLine(busiest, new Score(30, 1, 2_999, 1))),
                new Flow(345_600, 345_501, 0, Duration.ofSeconds(30)),
                99.9,
                new Score(345_501, 1, 1, 345_501),
                STOCK);

        assertThat(afterADay.lines(TerminalStyle.PLAIN))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }

    @Test
    void colourChangesNoColumn() {
        var board = board(List.of(camera("Mill Street, mast 1", 30, new Score(30, 91, 93, 8), "JAMMED")));

        var coloured = board.lines(TerminalStyle.COLOUR);

        assertThat(coloured.get(2)).contains("\033[1;31mJAMMED\033[0m");
        assertThat(coloured.stream().map(line -> line.replaceAll("\033\\[[0-9;]*m", "")))
                .containsExactlyElementsOf(board.lines(TerminalStyle.PLAIN));
    }

    @Test
    void aCrowdingLevelOfTheUsersOwnIsShownWithoutColour() {
        assertThat(TerminalStyle.COLOUR.crowding("BLOCKED")).isEqualTo("BLOCKED");
    }

    private static TerminalBoard board(List<CameraLine> cameras) {
        return new TerminalBoard(
                Duration.ofMillis(61_900), cameras, FLOW, 4.0, new Score(700, 2_100, 2_150, 294), STOCK);
    }

    static CameraLine camera(String name, long frames, Score truth, String crowding) {
        var minute = Instant.parse("2026-03-02T07:02:00Z");
        return new CameraLine(
                new MinuteRow("cam", name, minute, frames, 0.1, 2.3, 0, 0.2, 0.433, 3.033, 12.34, crowding), truth);
    }
}
