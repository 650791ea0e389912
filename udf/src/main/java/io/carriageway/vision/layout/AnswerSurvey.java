package io.carriageway.vision.layout;

import java.util.Optional;

/** Collects evidence over several answers that a model's numbers do not mean what its card says. */
public interface AnswerSurvey {

    void add(RawAnswer answer);

    /** What is wrong and what to do; empty if all answers may be as the card says. */
    Optional<String> complaint();

    /** Whether there were boxes to judge; if not, only the shape of the answers has been checked. */
    boolean hasBoxes();
}
