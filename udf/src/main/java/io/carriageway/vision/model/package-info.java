/**
 * The model card, the model file, and the interpretation of the output (layouts, suppression). Depends on no runtime.
 */
package io.carriageway.vision.model;
