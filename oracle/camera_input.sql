-- Input of the oracle of topic camera. Its views read these tables and nothing else. Times are milliseconds since the epoch.

-- One row per record of topic camera. The fields are as Avro's own decoder reads them, and NULL if the value is not a frame.
-- defect is the reason for which the record must be refused, if the sender broke it on purpose; otherwise NULL.
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

-- Reference data of the cameras. carriageway_polygon is a WKT POLYGON or MULTIPOLYGON in relative coordinates, x right, y down,
-- each 0 to 1. NULL, as for a camera without a row: the whole picture is road.
CREATE TABLE camera (
    camera_id VARCHAR,
    carriageway_polygon VARCHAR
);

-- Input of the verdict. A fault of a picture shows only when it is fetched or examined. No picture is kept.
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
