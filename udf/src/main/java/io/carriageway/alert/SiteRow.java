package io.carriageway.alert;

import java.util.Map;

/**
 * What rules see of a table's row.
 *
 * @param siteId the camera, segment, station or zone
 * @param complete whether the row is final
 * @param milliByMetric thousandths; a metric that is NULL in the row is not there
 */
public record SiteRow(String siteId, long windowStartMillis, boolean complete, Map<String, Long> milliByMetric) {}
