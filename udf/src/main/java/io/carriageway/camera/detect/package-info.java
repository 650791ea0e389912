/** The way of a frame through the detector: pictures are fetched, looked at and judged. */
package io.carriageway.camera.detect;
