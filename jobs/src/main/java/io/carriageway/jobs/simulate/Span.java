package io.carriageway.jobs.simulate;

/**
 * The range of turns of a topic that are published, and their rate.
 *
 * @param first index of the first turn
 * @param prologue number of turns that are published at once
 * @param turns number of all turns, including those of the prologue
 * @param perSecond turns per second after the prologue
 */
record Span(long first, long prologue, long turns, double perSecond) {}
