/** Pictures that a frame only names: fetched from stores with bounded waits, and kept by content. */
package io.carriageway.camera.picture;
