package io.carriageway.jobs.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.streaming.api.operators.StreamFilter;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.Test;

/** Uses numbers as rows: those of the range are below 10, and even ones are complete. */
class IncompleteRowGuardHarnessTest {

    @Test
    void onlyWholeRowsPassAndOfTheOthersThoseOfTheRangeAreTold() throws Exception {
        assertThat(told(2, 3, 5, 12, 13)).containsExactly("2 rows of odd numbers");
    }

    @Test
    void aReplayThatLeavesNothingOutSaysNothing() throws Exception {
        assertThat(told(2, 12, 13)).isEmpty();
    }

    @Test
    void aRunThatRevisesFailsAtTheFirstThatItWouldLeaveOut() throws Exception {
        var filter = new IncompleteRowGuard<Integer>(row -> row < 10, row -> row % 2 == 0, "rows of odd numbers", true);
        assertThat(filter.filter(13)).isFalse();
        assertThatExceptionOfType(SuppressRestartsException.class)
                .isThrownBy(() -> filter.filter(3))
                .havingCause()
                .withMessageContaining("rows of odd numbers; the first is 3");
    }

    private static List<String> told(Integer... rows) throws Exception {
        var warnings = new Warnings();
        var logger = (Logger) LogManager.getLogger(IncompleteRowGuard.class);
        logger.setLevel(Level.WARN);
        logger.addAppender(warnings);
        var filter =
                new IncompleteRowGuard<Integer>(row -> row < 10, row -> row % 2 == 0, "rows of odd numbers", false);
        try (var harness = new OneInputStreamOperatorTestHarness<Integer, Integer>(new StreamFilter<>(filter))) {
            harness.open();
            for (var row : rows) {
                harness.processElement(row, 0);
            }
            assertThat(harness.extractOutputValues())
                    .containsExactly(
                            List.of(rows).stream().filter(row -> row % 2 == 0).toArray(Integer[]::new));
        } finally {
            logger.removeAppender(warnings);
        }
        return warnings.messages;
    }

    private static final class Warnings extends AbstractAppender {

        private final List<String> messages = new ArrayList<>();

        Warnings() {
            super("warnings", null, null, true, Property.EMPTY_ARRAY);
            start();
        }

        @Override
        public void append(LogEvent event) {
            messages.add(event.getMessage().getFormattedMessage());
        }
    }
}
