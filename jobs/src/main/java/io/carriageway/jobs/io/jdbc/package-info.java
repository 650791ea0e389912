/** The connection to MySQL, which all of {@code io.jdbc} uses. */
package io.carriageway.jobs.io.jdbc;
