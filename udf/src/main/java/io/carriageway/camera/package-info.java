/** Frames of cameras and their detections: validation, rows, and traffic per minute. */
package io.carriageway.camera;
