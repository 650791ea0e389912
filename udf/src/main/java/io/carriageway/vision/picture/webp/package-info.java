/** WebP: reads the container and headers without decoding, and decodes by libwebp. */
package io.carriageway.vision.picture.webp;
