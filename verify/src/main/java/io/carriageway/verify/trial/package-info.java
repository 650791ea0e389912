/** The lists of topics and jobs that trials, parity, chaos and poison run. */
package io.carriageway.verify.trial;
