/** Reads and writes files by their address: pictures in buckets, archives and reference files. */
package io.carriageway.jobs.io.files;
