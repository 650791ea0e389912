/** The connection to MySQL, without which nothing else of {@code io.jdbc} works. */
package io.carriageway.jobs.io.jdbc;
