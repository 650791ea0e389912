/** What it costs to compute the tables of position reports, live and again by every kind of bounded run. */
package io.carriageway.bench.replay;
