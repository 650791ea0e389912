package io.carriageway.alert;

import java.util.Map;

/**
 * The part of a table's row that rules judge.
 *
 * @param siteId id of the camera, segment, station or zone
 * @param complete whether the row is final
 * @param milliByMetric values in thousandths by metric; a metric that is NULL in the row is absent
 */
public record SiteRow(String siteId, long windowStartMillis, boolean complete, Map<String, Long> milliByMetric) {}
