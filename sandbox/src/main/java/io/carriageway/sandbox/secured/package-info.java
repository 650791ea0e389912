/** Accounts of jobs on secured servers, with the rights that each job needs. */
package io.carriageway.sandbox.secured;
