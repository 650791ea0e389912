/** What an exporter says of a model in its file: inputs, outputs and metadata; knows no runtime. */
package io.carriageway.vision.export;
