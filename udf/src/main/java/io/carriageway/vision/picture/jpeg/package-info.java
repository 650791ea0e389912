/** Checks that JPEG data is complete, without decoding it. */
package io.carriageway.vision.picture.jpeg;
