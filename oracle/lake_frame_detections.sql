-- What the model saw in each accepted frame: dataset frame_detections, each frame's boxes in an order of their own.
--
-- Promises: every accepted frame once, by the partition and offset that it has in topic camera, with the model's own boxes.
--
-- From: verdict; frame_detections; detection.

CREATE OR REPLACE VIEW lake_frame_detections AS
WITH box AS (
    SELECT
        partition,
        "offset",
        {'label': label, 'confidence': confidence, 'x_min': x_min, 'y_min': y_min, 'x_max': x_max, 'y_max': y_max} AS box
    FROM detection
),
boxes AS (
    SELECT partition, "offset", list_sort(list(box)) AS boxes
    FROM box
    GROUP BY partition, "offset"
)
SELECT
    r.frame_id,
    r.camera_id,
    epoch_ms(r.captured_at_ms) AS captured_at,
    r.latitude,
    r.longitude,
    r.partition AS source_partition,
    r."offset" AS source_offset,
    epoch_ms(r.arrival_ms) AS source_arrival,
    f.model_id,
    f.image_width,
    f.image_height,
    coalesce(b.boxes, []) AS detections
FROM verdict r
LEFT JOIN frame_detections f USING (partition, "offset")
LEFT JOIN boxes b USING (partition, "offset")
WHERE r.verdict = 'accepted';
