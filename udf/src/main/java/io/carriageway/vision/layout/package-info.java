/** Interprets a model's output in each layout, and checks that it fits the model card. Depends on no runtime. */
package io.carriageway.vision.layout;
