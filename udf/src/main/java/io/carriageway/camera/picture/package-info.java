/** Fetches pictures that a frame only refers to, with time limits, and stores pictures by their content. */
package io.carriageway.camera.picture;
