/** How right a model is on labelled pictures: what it finds, what it counts, and what a look costs. */
package io.carriageway.bench.accuracy;
