/** Renders labelled frames of random cameras, to train and to judge a detector. */
package io.carriageway.city.training;
