/** Records that once stopped a job or were counted wrong, sent to running jobs: {@code make poison}. */
package io.carriageway.verify.poison;
