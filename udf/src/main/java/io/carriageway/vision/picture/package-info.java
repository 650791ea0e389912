/** Decodes the bytes of a picture to pixels, within limits of size and structure. */
package io.carriageway.vision.picture;
