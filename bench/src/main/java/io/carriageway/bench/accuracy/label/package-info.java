/** Reads labelled pictures: the vehicles in them, from YOLO label files, and the conditions of each picture. */
package io.carriageway.bench.accuracy.label;
