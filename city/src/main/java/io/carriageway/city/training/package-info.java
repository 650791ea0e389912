/** Renders labelled frames of random cameras, on which detectors are trained and measured. */
package io.carriageway.city.training;
