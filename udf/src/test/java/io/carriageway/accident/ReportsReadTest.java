package io.carriageway.accident;

import static io.carriageway.accident.Accidents.NOON;
import static io.carriageway.accident.Accidents.active;
import static io.carriageway.accident.Accidents.located;
import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.row.Accident;
import io.carriageway.row.Accident1h;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/** A range from noon to three o'clock. Reports come within an hour, and were read for two more hours on both sides. */
class ReportsReadTest {

    private static final Duration LIMIT = Duration.ofHours(1);
    private static final Instant TO = NOON.plus(Duration.ofHours(3));
    private static final ReportsRead READ =
            new ReportsRead(NOON.minus(LIMIT.multipliedBy(2)), TO.plus(LIMIT.multipliedBy(2)), LIMIT);
    private static final AccidentLifecycleConfig TIMING =
            new AccidentLifecycleConfig(LIMIT, Duration.ZERO, Duration.ofMinutes(1));

    @Example
    void anHourIsWholeIfItsAccidentsBeganALimitAfterWhatWasReadBegan() {
        assertThat(READ.hasAllOf(hour(NOON.minus(LIMIT), NOON))).isTrue();
        assertThat(READ.hasAllOf(hour(NOON.minus(LIMIT).minusMillis(1), NOON))).isFalse();
    }

    @Example
    void anHourIsWholeIfItsAccidentsOccurredALimitBeforeWhatWasReadEnds() {
        assertThat(READ.hasAllOf(hour(NOON, TO.plus(LIMIT).minusMillis(1)))).isTrue();
        assertThat(READ.hasAllOf(hour(NOON, TO.plus(LIMIT)))).isFalse();
    }

    /** Every second report just outside the range was read too. */
    @Property(tries = 500)
    void whatIsWholeIsThatOfAllReportsAndWhatIsNotBeganEarlyOrGoesOnLong(@ForAll long seed) {
        var random = new Random(seed);
        var all = reports(random);
        var read = all.stream()
                .filter(report -> isMadeWhereAllIsRead(report) || random.nextInt(2) == 0)
                .toList();

        var whole = accidents(read).stream().filter(READ::hasAllOf).toList();
        var certain = accidents(all).stream()
                .filter(row -> !row.getFirstSeen().isBefore(NOON.minus(LIMIT)))
                .toList();
        assertThat(whole).as("accidents of the range").containsExactlyInAnyOrderElementsOf(certain);

        var wholeHours = hours(read);
        var allHours = hours(all);
        wholeHours.values().removeIf(contributions -> !READ.hasAllOf(hour(contributions)));
        allHours.values().removeIf(contributions -> !READ.hasAllOf(hour(contributions)));
        assertThat(wholeHours).as("hours of the range").isEqualTo(allHours);
        Statistics.label("accidents left out")
                .collect(certain.size() < accidents(all).size());
        Statistics.label("hours left out").collect(allHours.size() < hours(all).size());
    }

    private static boolean isMadeWhereAllIsRead(LocatedReport report) {
        long made = report.reportedAtMillis();
        return made >= READ.from().toEpochMilli() && made < READ.to().toEpochMilli();
    }

    /** Reports of a whole day; many name another time than the one before. */
    private static List<LocatedReport> reports(Random random) {
        var reports = new ArrayList<LocatedReport>();
        for (int i = 0; i < 160; i++) {
            long minute = random.nextLong(-600, 840);
            var report = active(minute)
                    .setAccidentId("a-" + random.nextInt(4))
                    .setOccurredAt(NOON.plusSeconds(60 * (minute - random.nextLong(61))));
            reports.add(located(report, i));
        }
        return reports;
    }

    private static List<Accident> accidents(List<LocatedReport> reports) {
        return histories(reports).stream()
                .map(history -> history.row(true))
                .filter(row -> !row.getOccurredAt().isBefore(NOON)
                        && row.getOccurredAt().isBefore(TO))
                .toList();
    }

    /** The contributions to each hour of the range. */
    private static Map<HourCell, List<AccidentContribution>> hours(List<LocatedReport> reports) {
        return histories(reports).stream()
                .flatMap(AccidentHistory::contributions)
                .filter(share -> share.cell().hourMillis() >= NOON.toEpochMilli()
                        && share.cell().hourMillis() < TO.toEpochMilli())
                .collect(Collectors.groupingBy(AccidentContribution::cell));
    }

    private static List<AccidentHistory> histories(List<LocatedReport> reports) {
        return reports.stream().collect(Collectors.groupingBy(LocatedReport::accidentId)).values().stream()
                .flatMap(ofOneId -> AccidentHistory.of(ofOneId, TIMING).stream())
                .toList();
    }

    private static CountedHour hour(Instant firstSeen, Instant latestOccurredAt) {
        return new CountedHour(new Accident1h(), firstSeen.toEpochMilli(), latestOccurredAt.toEpochMilli());
    }

    private static CountedHour hour(Collection<AccidentContribution> contributions) {
        return CountedHour.of(new Accident1h(), contributions);
    }
}
