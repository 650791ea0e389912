package io.carriageway.jobs.io.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenHoursTest {

    private static final int LIMIT = 2;
    private static final int WAITING = 3;

    private final List<Rows> made = new ArrayList<>();
    private final OpenHours<String, String> hours = new OpenHours<>(row -> row.charAt(0), LIMIT, WAITING, this::make);

    private Rows make() {
        var rows = new Rows();
        made.add(rows);
        return rows;
    }

    @AfterEach
    void eachWriterIsClosedInTheEnd() throws Exception {
        hours.close();
        assertThat(made).allMatch(rows -> rows.isClosed).hasSizeLessThanOrEqualTo(LIMIT);
    }

    @Test
    void rowsOfAsManyHoursAsMayBeOpenAreOneFileAnHour() throws Exception {
        write("a1", "b1", "a2", "b2");
        assertThat(commit()).containsExactly("a1 a2", "b1 b2");
    }

    @Test
    void rowsOfMoreHoursWaitAndAreWrittenHourByHour() throws Exception {
        write("a1", "b1", "c1", "d1");
        assertThat(made).as("c and d wait").extracting(Rows::open).containsExactly("a1", "b1");
        write("a2", "c2");
        assertThat(made).as("a and b are closed").extracting(Rows::open).containsExactlyInAnyOrder("c1 c2", "d1");
        assertThat(commit()).containsExactlyInAnyOrder("a1 a2", "b1", "c1 c2", "d1");
    }

    @Test
    void theHourWrittenToLongestAgoIsClosedAndWaitsForTheCheckpoint() throws Exception {
        write("a1", "b1", "a2", "c1", "c2", "c3");
        assertThat(made).as("closed: b").extracting(Rows::open).containsExactly("a1 a2", "c1 c2 c3");
        assertThat(commit()).containsExactly("b1", "a1 a2", "c1 c2 c3");
    }

    @Test
    void anHourThatComesBackGetsAnotherFile() throws Exception {
        write("a1", "b1", "c1", "c2", "c3", "a2", "d1", "d2", "d3", "a3");
        assertThat(commit()).containsExactlyInAnyOrder("a1", "b1", "c1 c2 c3", "a2 a3", "d1 d2 d3");
    }

    @Test
    void oneHourMoreThanMayBeOpenMakesFewFiles() throws Exception {
        for (int turn = 0; turn < 100; turn++) {
            write("a" + turn, "b" + turn, "c" + turn);
        }
        assertThat(commit()).hasSizeLessThanOrEqualTo(300 / (2 * WAITING));
    }

    @Test
    void aCheckpointWritesThoseThatWait() throws Exception {
        write("a1", "b1", "c1");
        assertThat(commit()).containsExactlyInAnyOrder("a1", "b1", "c1");
        assertThat(commit()).isEmpty();
    }

    @Test
    void aCheckpointClosesAllAndTheNextOneHasNothingOfItAgain() throws Exception {
        write("a1", "b1");
        assertThat(commit()).hasSize(2);
        write("b2");
        assertThat(commit()).containsExactly("b2");
        assertThat(commit()).isEmpty();
    }

    @Test
    void theEndOfInputIsToldToEachThatIsOpen() throws Exception {
        write("a1", "b1");
        hours.flush(true);
        assertThat(made).allMatch(rows -> rows.isAtTheEnd);
    }

    @Test
    void aFileThatCannotBeClosedFailsTheRow() throws Exception {
        write("a1", "b1");
        made.get(0).isBroken = true;
        assertThatIOException().isThrownBy(() -> write("c1", "c2", "c3"));
    }

    private void write(String... rows) throws Exception {
        for (var row : rows) {
            hours.write(row, null);
        }
    }

    private Collection<String> commit() throws Exception {
        hours.flush(false);
        return hours.prepareCommit();
    }

    /** Collects the rows of a file as text. */
    private static final class Rows implements CommittingSinkWriter<String, String> {

        private final List<String> rows = new ArrayList<>();
        private boolean isAtTheEnd;
        private boolean isBroken;
        private boolean isClosed;

        String open() {
            return String.join(" ", rows);
        }

        @Override
        public void write(String row, Context context) {
            rows.add(row);
        }

        @Override
        public void flush(boolean endOfInput) {
            isAtTheEnd = endOfInput;
        }

        @Override
        public Collection<String> prepareCommit() throws IOException {
            if (isBroken) {
                throw new IOException("broken");
            }
            var file = open();
            rows.clear();
            return file.isEmpty() ? List.of() : List.of(file);
        }

        @Override
        public void close() {
            isClosed = true;
        }
    }
}
