-- What the oracle of topic camera is given; its views build on these tables and on nothing else. Times are milliseconds since the epoch.

-- One row per record of topic camera. The frame's fields are as Avro's own decoder reads them, and NULL where the value
-- is no frame. defect is what the sender broke on purpose, by the name under which it must be refused; NULL: nothing.
CREATE TABLE record (
    topic          VARCHAR,
    partition      INTEGER,
    "offset"       BIGINT,
    arrival_ms     BIGINT,
    key            VARCHAR,
    frame_id       VARCHAR,
    camera_id      VARCHAR,
    captured_at_ms BIGINT,
    latitude       DOUBLE,
    longitude      DOUBLE,
    image_uri      VARCHAR,
    image_sha256   VARCHAR,
    image_bytes    INTEGER,
    defect         VARCHAR
);

-- One row per frame that the model saw, by the partition and offset that it has in topic camera.
CREATE TABLE frame_detections (
    partition    INTEGER,
    "offset"     BIGINT,
    model_id     VARCHAR,
    image_width  INTEGER,
    image_height INTEGER
);

-- One row per box in such a frame, in pixels.
CREATE TABLE detection (
    partition  INTEGER,
    "offset"   BIGINT,
    label      VARCHAR,
    confidence DOUBLE,
    x_min      DOUBLE,
    y_min      DOUBLE,
    x_max      DOUBLE,
    y_max      DOUBLE
);

-- The cameras' reference data; carriageway_polygon is a WKT POLYGON or MULTIPOLYGON in relative coordinates, x right, y down, each
-- 0 to 1. NULL: the whole picture is road, as it is for a camera that is not here.
CREATE TABLE camera (
    camera_id VARCHAR,
    carriageway_polygon VARCHAR
);

-- What the verdict builds on. What is wrong with a picture shows only when it is fetched or looked at. No picture is kept.
CREATE VIEW event AS
SELECT
    *,
    NULL::VARCHAR AS kept_uri,
    {'camera_id': camera_id, 'frame_id': frame_id} AS identity,
    captured_at_ms AS known_ms,
    600000 AS lateness_ms,
    coalesce(defect IN (
        'picture-not-found', 'picture-denied',
        'picture-empty', 'picture-not-an-image', 'picture-not-supported', 'picture-truncated', 'picture-too-large',
        'picture-undecodable', 'model-answer-invalid'
    ), false) AS shows_later
FROM record;
