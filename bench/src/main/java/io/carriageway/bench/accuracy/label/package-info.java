/** Labelled pictures: what vehicles are in them, by files of labels, and under which conditions. */
package io.carriageway.bench.accuracy.label;
