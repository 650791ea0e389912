/** Styles of the terminal, and Ctrl-C. */
package io.carriageway.sandbox.demo.terminal;
