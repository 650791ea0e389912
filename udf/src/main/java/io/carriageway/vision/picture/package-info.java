/** From a picture's bytes to the pixels that a model eats: limits, file structure, decoding, letterbox. */
package io.carriageway.vision.picture;
