/** The wire codec of the data contract; the records themselves are generated from src/main/avro. */
package io.carriageway.schemas;
