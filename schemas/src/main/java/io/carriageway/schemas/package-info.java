/** Encodes and decodes the records of the data contract. The record classes are generated from src/main/avro. */
package io.carriageway.schemas;
