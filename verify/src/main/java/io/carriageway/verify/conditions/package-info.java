/** Runs the road conditions job on test input of its four topics, and compares its rows with the oracle. */
package io.carriageway.verify.conditions;
