/**
 * Combines cameras, vehicles, weather and accidents into the road conditions of a zone. The only domain that may use
 * the others.
 */
package io.carriageway.conditions;
