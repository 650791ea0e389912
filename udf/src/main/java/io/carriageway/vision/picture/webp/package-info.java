/** WebP: its container and headers, read without decoding, and libwebp behind an adapter. */
package io.carriageway.vision.picture.webp;
