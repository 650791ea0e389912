/** Texts from outside: what may be an identifier, and what is safe to print. */
package io.carriageway.text;
