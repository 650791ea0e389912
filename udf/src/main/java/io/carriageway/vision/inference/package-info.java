/** Runs detectors on inference workers with deadlines, and swaps models by a schedule. */
package io.carriageway.vision.inference;
