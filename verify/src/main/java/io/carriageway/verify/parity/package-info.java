/** Proves that streaming and every kind of replay store the same rows: {@code make parity}. */
package io.carriageway.verify.parity;
