/** The connection to MySQL that the packages below use. */
package io.carriageway.jobs.io.jdbc;
