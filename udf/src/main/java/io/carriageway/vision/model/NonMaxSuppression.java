package io.carriageway.vision.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the best of overlapping boxes: first within each class, then, if the card says so, over all classes. A van that
 * is proposed both as car and as truck is one vehicle.
 */
record NonMaxSuppression(float iouThreshold, Float agnosticIouThreshold) {

    /** The boxes that are kept, best first. */
    List<Candidate> apply(List<Candidate> candidates) {
        List<Candidate> sorted =
                candidates.stream().sorted(Candidate.BEST_FIRST).toList();
        List<Candidate> kept = pass(sorted, iouThreshold, false);
        return agnosticIouThreshold == null ? kept : pass(kept, agnosticIouThreshold, true);
    }

    private static List<Candidate> pass(List<Candidate> bestFirst, float threshold, boolean acrossClasses) {
        List<Candidate> kept = new ArrayList<>();
        for (Candidate candidate : bestFirst) {
            boolean hidden = kept.stream()
                    .anyMatch(better -> (acrossClasses || better.label() == candidate.label())
                            && better.overlap(candidate) > threshold);
            if (!hidden) {
                kept.add(candidate);
            }
        }
        return kept;
    }
}
