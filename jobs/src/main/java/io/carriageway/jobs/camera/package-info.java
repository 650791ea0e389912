/** The camera job: turns frames into detections, and detections into traffic by the minute. */
package io.carriageway.jobs.camera;
