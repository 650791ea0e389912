package io.carriageway.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActiveAccidentsTest {

    private static final long MINUTE = 60_000;
    private static final long HOLDS = 30 * MINUTE;

    private final List<StatusReport> reports = new ArrayList<>();

    @Test
    void anAccidentIsActiveFromItsReportToTheNext() {
        report("a", "here", true, 7);
        report("a", "here", false, 16);
        assertThat(activeHere(0, 5, 10, 15, 20)).containsExactly(0L, 1L, 1L, 1L, 0L);
    }

    @Test
    void anEndOnTheFirstMillisecondOfAWindowIsBeforeIt() {
        report("a", "here", true, 7);
        report("a", "here", false, 10);
        assertThat(activeHere(5, 10)).containsExactly(1L, 0L);
    }

    @Test
    void aReportThatNobodyFollowsUpHoldsForSoLong() {
        report("a", "here", true, 5);
        assertThat(activeHere(30, 35)).containsExactly(1L, 0L);
    }

    @Test
    void anAccidentThatIsOverAtOnceStillHappened() {
        report("a", "here", true, 7);
        report("a", "here", false, 7);
        assertThat(activeHere(5, 10)).containsExactly(1L, 0L);
    }

    @Test
    void anAccidentThatOpensAgainCountsOnce() {
        report("a", "here", true, 5);
        report("a", "here", false, 6);
        report("a", "here", true, 7);
        assertThat(activeHere(5, 10)).containsExactly(1L, 1L);
    }

    @Test
    void anAccidentThatMovesIsWhereItWasReported() {
        report("a", "there", true, 2);
        report("a", "here", true, 12);
        var later = in(15);
        assertThat(activeHere(5, 10, 15)).containsExactly(0L, 1L, 1L);
        assertThat(in(10).active("there"))
                .as("and there too, in the window in which it moved")
                .isEqualTo(1);
        assertThat(later.active("there")).isZero();
        assertThat(later.reports("there")).as("both could have been there").isEqualTo(2);
        assertThat(later.zones()).containsExactlyInAnyOrder("here", "there");
    }

    @Test
    void whatIsReportedLaterIsNotKnownYet() {
        report("a", "here", true, 10);
        assertThat(in(5).zones()).isEmpty();
    }

    private List<Long> activeHere(long... starts) {
        var active = new ArrayList<Long>();
        for (long start : starts) {
            active.add(in(start).active("here"));
        }
        return active;
    }

    private ActiveAccidents in(long startMinute) {
        return ActiveAccidents.in(startMinute * MINUTE, (startMinute + 5) * MINUTE, HOLDS, reports);
    }

    private void report(String accident, String zone, boolean active, long minute) {
        reports.add(0, new StatusReport(accident, zone, active, minute * MINUTE, 0, reports.size()));
    }
}
