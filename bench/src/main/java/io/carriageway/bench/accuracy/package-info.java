/** Measures a model on labelled pictures: detections, counts, and time per picture: {@code make accuracy}. */
package io.carriageway.bench.accuracy;
