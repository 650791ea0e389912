package io.carriageway.vision.layout;

import java.util.Optional;

/** Collects over several answers what shows that a model does not mean its numbers as its card says. */
public interface AnswerSurvey {

    void add(RawAnswer answer);

    /** What is wrong and what to do, or nothing where all answers may be as the card says. */
    Optional<String> complaint();

    /** Whether there were boxes to judge; without any, only the shape of the answers is known. */
    boolean hasBoxes();
}
