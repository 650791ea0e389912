package io.carriageway.jobs.check;

import io.carriageway.jobs.options.OneLine;
import java.util.Optional;

/**
 * One thing that a job needs, and the question whether it is there.
 *
 * @param subject what is checked, as a user names it
 */
public record Check(String subject, Question question) {

    /** Asks a store or the class path. */
    public interface Question {

        /** Returns a warning, if there is one; throws what is wrong. */
        Optional<String> ask() throws Exception;
    }

    /** A question without warnings. */
    public interface Demand {
        void ask() throws Exception;
    }

    public static Check of(String subject, Demand demand) {
        return new Check(subject, () -> {
            demand.ask();
            return Optional.empty();
        });
    }

    /** A check whose fault is known. */
    public static Check failed(String subject, String fault) {
        return of(subject, () -> {
            throw new IllegalArgumentException(fault);
        });
    }

    /** Asks, and makes one line of what is wrong. */
    public Result result() throws InterruptedException {
        try {
            return question.ask()
                    .map(warning -> new Result(subject, Result.Kind.WARNING, warning))
                    .orElseGet(() -> new Result(subject, Result.Kind.OK, ""));
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception | LinkageError e) {
            return new Result(subject, Result.Kind.FAULT, OneLine.of(e));
        }
    }

    /**
     * The answer.
     *
     * @param text what is wrong and what to do about it, in one line; empty if nothing is wrong
     */
    public record Result(String subject, Kind kind, String text) {

        /** What the answer means for the job. */
        public enum Kind {
            OK("ok   "),
            WARNING("warn "),
            FAULT("FAIL ");

            private final String mark;

            Kind(String mark) {
                this.mark = mark;
            }
        }

        public boolean isFault() {
            return kind == Kind.FAULT;
        }

        /** The line that a terminal shows. */
        public String line() {
            return kind.mark + subject + (text.isEmpty() ? "" : ": " + text);
        }
    }
}
