/** Detector lines across lanes, and when which vehicles cross them. */
package io.carriageway.city.counter;
