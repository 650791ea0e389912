/** The adapter that runs detectors on ONNX Runtime through DJL; the only place that knows either. */
package io.carriageway.vision.onnx;
