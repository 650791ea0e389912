/** From a picture to the numbers that a model takes: admitted, resampled, letterboxed. */
package io.carriageway.vision.input;
