/** The camera job: frames become detections, and detections traffic by the minute. */
package io.carriageway.jobs.camera;
