-- The frames that the lake keeps: dataset camera_frame.
--
-- Promises: accepted and late frames, each once by topic, partition and offset; no duplicate and no rejected one.
--
-- From: verdict.

CREATE OR REPLACE VIEW lake_camera_frame AS
SELECT
    frame_id,
    camera_id,
    epoch_ms(captured_at_ms) AS captured_at,
    latitude,
    longitude,
    image_uri,
    image_sha256,
    image_bytes,
    topic,
    partition,
    "offset",
    epoch_ms(arrival_ms) AS arrival_time,
    verdict = 'late' AS late,
    NULL::VARCHAR AS kept_uri
FROM verdict
WHERE verdict IN ('accepted', 'late');
