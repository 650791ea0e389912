/** Writes the card of a model from what its file says and shows. */
package io.carriageway.bench.card;
