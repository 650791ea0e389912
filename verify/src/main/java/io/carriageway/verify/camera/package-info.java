/** Test input of topic camera: seeded frames with faults, regions of interest, and detectors without a model. */
package io.carriageway.verify.camera;
