/** Writes the model card of a model from its file and from trial runs: {@code make card}. */
package io.carriageway.bench.card;
