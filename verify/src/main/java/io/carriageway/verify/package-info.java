/**
 * Measurements that verify limits of the suite on real servers, such as {@code make many-hours}, and their instruments.
 */
package io.carriageway.verify;
