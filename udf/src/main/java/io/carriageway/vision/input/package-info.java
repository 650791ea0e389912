/** Converts a picture to the input of a model: checks, resamples and letterboxes it. */
package io.carriageway.vision.input;
