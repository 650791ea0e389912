package io.carriageway.jobs.simulate;

/**
 * Which turns of a topic are taken, and how fast.
 *
 * @param first index of the first turn
 * @param prologue turns that are taken at once
 * @param turns all of them, those of the prologue included
 * @param perSecond turns a second after the prologue
 */
record Span(long first, long prologue, long turns, double perSecond) {}
