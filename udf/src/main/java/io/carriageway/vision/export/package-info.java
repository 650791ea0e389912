/** Reads inputs, outputs and metadata from an exported model file. Depends on no runtime. */
package io.carriageway.vision.export;
