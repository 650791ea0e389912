/** What jobs share: their stores, sinks, replays and the intake of a topic. One package a job lies beneath. */
package io.carriageway.jobs;
