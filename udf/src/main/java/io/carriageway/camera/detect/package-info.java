/** Passes each frame through the detector: fetches the picture, runs the model, and classifies the result. */
package io.carriageway.camera.detect;
