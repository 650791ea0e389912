/** The terminal itself: styles, and Ctrl-C. */
package io.carriageway.sandbox.demo.terminal;
