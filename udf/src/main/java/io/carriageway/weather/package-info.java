/** Weather observations: rules, sums and ten-minute rows. */
package io.carriageway.weather;
