/**
 * Sees vehicles in pictures: the {@link io.carriageway.vision.Detector} port and the workers that work it. Pictures are
 * made into pixels in {@code picture}, a model's numbers into boxes in {@code model}; only {@code onnx} knows a
 * runtime.
 */
package io.carriageway.vision;
