/** Runs detectors on ONNX Runtime through DJL. The only package that depends on either. */
package io.carriageway.vision.onnx;
