package io.carriageway.accident;

import static io.carriageway.accident.Accidents.NOON;
import static io.carriageway.accident.Accidents.active;
import static io.carriageway.accident.Accidents.located;
import static io.carriageway.accident.Accidents.resolved;
import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.event.AccidentReport;
import io.carriageway.row.Accident;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class AccidentHistoryTest {

    @Example
    void aResolvedReportWinsOverAnActiveOneThatWasMadeBeforeAndComesAfter() {
        var row = row(resolved(30), active(10), active(0));
        assertThat(row.getStatus()).isEqualTo("RESOLVED");
        assertThat(row.getResolvedAt()).isEqualTo(minute(30));
        assertThat(row.getFirstSeen()).isEqualTo(NOON);
        assertThat(row.getReportedAt()).isEqualTo(minute(30));
        assertThat(row.getEventCount()).isEqualTo(3);
    }

    @Example
    void anActiveReportAfterAResolvedOneOpensTheAccidentAgain() {
        var row = row(active(0), resolved(30), active(40));
        assertThat(row.getStatus()).isEqualTo("ACTIVE");
        assertThat(row.getResolvedAt()).isNull();
    }

    @Example
    void anAccidentIsResolvedFromTheFirstOfItsLastResolvedReports() {
        assertThat(row(active(0), resolved(10), active(20), resolved(30), resolved(40))
                        .getResolvedAt())
                .isEqualTo(minute(30));
    }

    @Example
    void ofTwoReportsMadeAtOnceTheResolvedOneIsTheNewer() {
        assertThat(row(resolved(10), active(10)).getStatus()).isEqualTo("RESOLVED");
    }

    @Example
    void theNewestReportTellsWhatIsKnownAndWordsLoseTheBlanksAroundThem() {
        var row = row(
                active(5).setVehicles(null).setAuthority("  police\n").setDescription(" \t"),
                active(0).setVehicles(2).setDescription("old"));
        assertThat(row.getVehicles()).isNull();
        assertThat(row.getAuthority()).isEqualTo("police");
        assertThat(row.getDescription()).isNull();
    }

    @Example
    void anIdThatComesBackAfterTheLimitIsAnotherAccident() {
        var again = active(24 * 60 + 1).setOccurredAt(minute(24 * 60));
        var still = active(24 * 60).setOccurredAt(minute(24 * 60));
        assertThat(AccidentHistory.of(List.of(located(again, 2), located(active(0), 1)), Accidents.TIMING))
                .hasSize(2);
        assertThat(AccidentHistory.of(List.of(located(still, 2), located(active(0), 1)), Accidents.TIMING))
                .hasSize(1);
    }

    @Property(tries = 200)
    void theOrderOfArrivalLeavesNoTrace(@ForAll long seed) {
        var random = new Random(seed);
        var reports = new ArrayList<>(Accidents.any(random));
        var rows = rows(reports);
        Collections.shuffle(reports, random);
        assertThat(rows(reports)).isEqualTo(rows);
    }

    private static List<Accident> rows(List<LocatedReport> reports) {
        return AccidentHistory.of(reports, Accidents.TIMING).stream()
                .map(history -> history.row(true))
                .toList();
    }

    private static Accident row(AccidentReport.Builder... arrived) {
        var reports = IntStream.range(0, arrived.length)
                .mapToObj(offset -> located(arrived[offset], offset))
                .toList();
        var rows = rows(reports);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private static Instant minute(long minute) {
        return NOON.plusSeconds(60 * minute);
    }
}
