/** The oracle: runs the SQL of folder oracle over the records of a test, and compares it with what the job stored. */
package io.carriageway.verify.oracle;
