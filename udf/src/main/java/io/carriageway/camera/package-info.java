/** Frames of cameras and the detections in them: rules, rows, and traffic by the minute. */
package io.carriageway.camera;
