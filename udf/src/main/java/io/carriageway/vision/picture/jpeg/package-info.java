/** Reads JPEG data as far as is needed to know that it is whole, without decoding it. */
package io.carriageway.vision.picture.jpeg;
