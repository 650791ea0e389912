package io.carriageway.sandbox.demo.totals;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.jobs.contract.Table;
import io.carriageway.jobs.suite.Suite;
import org.junit.jupiter.api.Test;

class DemoTableTest {

    private static final DemoTable TABLE = DemoTable.of("t", "'all is well'");

    @Test
    void aTablesRowsMustBeFinalAndInTheLake() {
        assertThat(TABLE.query())
                .isEqualTo("SELECT COUNT(*), COALESCE(SUM(complete = 0), 0), COALESCE(SUM(event_count), 0),"
                        + " COALESCE(COUNT(*), 0), 'all is well' FROM t");
        assertThat(TABLE.dataset()).contains("t");
    }

    @Test
    void anAlertMayStayRaisedAndHasARowInTheLakeForEachTransition() {
        assertThat(TABLE.ofTransitions().query())
                .isEqualTo("SELECT COUNT(*), COALESCE(0, 0), COALESCE(SUM(event_count), 0),"
                        + " COALESCE(SUM(event_count), 0), 'all is well' FROM t");
    }

    @Test
    void noTableIsThereTwice() {
        assertThat(DemoTables.ALL)
                .extracting(DemoTable::name)
                .contains("road_conditions_5m", "alert", "event_ledger_1m")
                .doesNotHaveDuplicates();
    }

    @Test
    void everyTableOfTheSuiteIsShown() {
        assertThat(DemoTables.ALL)
                .extracting(DemoTable::name)
                .containsAll(Suite.tables().stream().map(Table::name).toList());
    }
}
