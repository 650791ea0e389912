package io.carriageway.jobs.io.jdbc.upsert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchHalvingTest {

    private static final List<Integer> ROWS = IntStream.range(0, 1_000).boxed().toList();

    private final Set<Integer> stored = new TreeSet<>();
    private final List<Integer> sizes = new ArrayList<>();

    @Test
    void aBatchWithoutARefusedRowIsStoredAtOnce() throws SQLException {
        var halving = new BatchHalving<>(ROWS, 10);
        halving.store(refusing(Set.of(), 1406, "22001"));
        assertThat(sizes).containsExactly(1_000);
        assertThat(halving.refused()).isEmpty();
    }

    @Test
    void refusedRowsStandAloneAndAllOthersAreStored() throws SQLException {
        var halving = new BatchHalving<>(ROWS, 10);
        halving.store(refusing(Set.of(0, 500, 999), 1264, "22003"));
        assertThat(halving.refused()).containsOnlyKeys(0, 500, 999);
        assertThat(stored).hasSize(997);
        assertThat(halving.accepted()).containsExactlyElementsOf(stored);
        assertThat(sizes).hasSizeLessThan(70);
    }

    @Test
    void moreRefusedRowsThanAllowedEndIt() throws SQLException {
        var halving = new BatchHalving<>(ROWS, 10);
        halving.store(refusing(Set.copyOf(ROWS), 3819, "HY000"));
        assertThat(halving.refused()).hasSize(11);
        assertThat(halving.gaveUp()).isTrue();
        assertThat(sizes).hasSizeLessThan(50);
    }

    @Test
    void anErrorThatIsNotOfOneRowEndsItAtOnce() {
        for (int code : new int[] {1048, 1062, 1205, 1452, 1146}) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> new BatchHalving<>(ROWS, 10).store(refusing(Set.of(1), code, "23000")));
        }
        assertThat(stored).isEmpty();
    }

    /** A server that receives too large a packet reports it and closes the connection; the transaction is lost. */
    @Test
    void whereTheServerHangsUpEachConnectionTriesHalfAsMuch() throws SQLException {
        var halving = new BatchHalving<>(ROWS, 10);
        var store = refusing(Set.of(777), 1153, "08S01");
        int connections = 1;
        while (true) {
            try {
                halving.store(store);
                break;
            } catch (SQLException e) {
                assertThat(Retry.isPassing(e)).isTrue();
                stored.clear();
                assertThat(++connections).isLessThan(15);
            }
        }
        assertThat(halving.refused()).containsOnlyKeys(777);
        assertThat(stored).hasSize(999);
    }

    /** Refuses rows as the driver does: in a batch's exception, the code is that of the statement. */
    private BatchHalving.Store<Integer> refusing(Set<Integer> bad, int code, String state) {
        return rows -> {
            sizes.add(rows.size());
            if (rows.stream().anyMatch(bad::contains)) {
                var cause = new SQLException("refused", state, code);
                throw new BatchUpdateException(cause.getMessage(), state, code, new int[0], cause);
            }
            stored.addAll(rows);
        };
    }
}
