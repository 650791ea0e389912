package io.carriageway.vision.layout;

import io.carriageway.vision.model.Candidate;
import java.util.List;

/** The result of reading an answer: boxes, or the verdict that the numbers cannot be what the card says. */
public sealed interface Reading {

    record Boxes(List<Candidate> candidates) implements Reading {}

    record Invalid(String detail) implements Reading {}
}
