/** A program that a test runs with the libraries of a Flink installation and without those of a job. */
package io.carriageway.verify.cluster;
