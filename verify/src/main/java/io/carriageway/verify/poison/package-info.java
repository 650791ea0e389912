/** Sends records to running jobs that once stopped a job or were counted wrong: {@code make poison}. */
package io.carriageway.verify.poison;
