/** Runs detectors on workers of their own, with deadlines, and swaps models by a schedule. */
package io.carriageway.vision.inference;
