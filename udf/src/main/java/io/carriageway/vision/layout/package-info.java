/**
 * What the numbers of a model's answer mean, for each layout, and whether they can be what its card says; knows no
 * runtime.
 */
package io.carriageway.vision.layout;
