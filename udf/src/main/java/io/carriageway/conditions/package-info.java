/**
 * What the roads of a zone are like: cameras, vehicles, weather and accidents brought together. The one domain that may
 * use the others.
 */
package io.carriageway.conditions;
