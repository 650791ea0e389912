/** The camera job: turns frames into detections, and detections into traffic per minute. */
package io.carriageway.jobs.camera;
