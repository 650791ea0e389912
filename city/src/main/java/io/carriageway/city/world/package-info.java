/** The state of the simulated city as a function of its seed and time: roads, traffic, weather and accidents. */
package io.carriageway.city.world;
