/**
 * Detects vehicles in pictures: the {@link io.carriageway.vision.Detector} port and the workers that call it. Package
 * {@code picture} decodes pictures, {@code model} turns a model's output into boxes, and only {@code onnx} depends on a
 * runtime.
 */
package io.carriageway.vision;
