/** Draws what a camera of the simulated city sees: scene, light, weather, lens and sensor. */
package io.carriageway.city.render;
