package io.carriageway.jobs.definition;

import io.carriageway.jobs.check.Check.Result;
import io.carriageway.jobs.check.Checks;
import io.carriageway.jobs.check.JobChecks;
import io.carriageway.jobs.options.OneLine;
import java.io.IOException;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.apache.flink.client.program.ProgramParametrizationException;
import org.apache.flink.configuration.Configuration;

/**
 * What a main method does before Flink gets the job. A fault of an option or of a store ends it in one line: Flink's
 * client prints the message of this exception alone, and a trace for every other.
 */
public final class Submission {

    /** Reads options, checks stores and builds a job. */
    public interface Preparation<T> {
        T prepare() throws Exception;
    }

    private Submission() {}

    /** Prepares a job. An error that is no fault of options or stores keeps its trace. */
    public static <T> T prepare(Preparation<T> preparation) throws Exception {
        try {
            return preparation.prepare();
        } catch (IllegalArgumentException | IllegalStateException | IOException | SQLException fault) {
            throw new Refused(OneLine.of(fault));
        }
    }

    /** Checks the stores; reports all faults at once, each in one line. */
    static void check(JobChecks checks, Configuration given) throws InterruptedException {
        var faults = Checks.run(checks.of(given)).stream()
                .filter(Result::isFault)
                .map(Result::line)
                .collect(Collectors.joining("\n"));
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
    }

    /** Has no trace, because what it reports is not in the code. */
    private static final class Refused extends ProgramParametrizationException {

        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }
}
