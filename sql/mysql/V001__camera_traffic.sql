-- Camera counts, the ledger, and what a camera is. Times are UTC. Ids compare byte by byte, so that cam-1 and CAM-1 stay two.

CREATE TABLE camera (
    camera_id  VARCHAR(64)  NOT NULL,
    name       VARCHAR(200) NOT NULL,
    latitude   DOUBLE       NOT NULL COMMENT 'WGS 84 degrees',
    longitude  DOUBLE       NOT NULL COMMENT 'WGS 84 degrees',
    road_mask  TEXT         NULL COMMENT 'WKT polygon of the road in relative picture coordinates (x right, y down, 0 to 1); NULL: the whole picture',
    PRIMARY KEY (camera_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Reference data: the cameras';

CREATE TABLE camera_traffic_1m (
    camera_id         VARCHAR(64)  NOT NULL,
    window_start      DATETIME(3)  NOT NULL COMMENT 'first instant of the minute of captured_at, UTC',
    frames            BIGINT       NOT NULL COMMENT 'accepted frames; vehicles per frame are a sum over this',
    bicycle_sum       BIGINT       NOT NULL,
    car_sum           BIGINT       NOT NULL,
    motorcycle_sum    BIGINT       NOT NULL,
    bus_sum           BIGINT       NOT NULL,
    truck_sum         BIGINT       NOT NULL,
    vehicle_max       INT          NOT NULL COMMENT 'the most vehicles in one frame',
    occupancy_ppm_sum BIGINT       NOT NULL COMMENT 'share of the road mask that the union of the boxes covers, parts per million, added over the frames',
    model_id          VARCHAR(200) NOT NULL COMMENT 'the model that counted',
    event_count       BIGINT       NOT NULL,
    revision          INT          NOT NULL,
    complete          BOOLEAN      NOT NULL COMMENT 'the window is final',
    PRIMARY KEY (camera_id, window_start),
    KEY camera_traffic_1m_by_time (window_start)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'What each camera saw, by minute; no row where no frame came';

CREATE TABLE event_ledger_1m (
    topic       VARCHAR(249) NOT NULL,
    minute      DATETIME(3)  NOT NULL COMMENT 'first instant of the minute of arrival, UTC',
    received    BIGINT       NOT NULL COMMENT 'accepted + duplicate + late + rejected',
    accepted    BIGINT       NOT NULL,
    duplicate   BIGINT       NOT NULL,
    late        BIGINT       NOT NULL,
    rejected    BIGINT       NOT NULL COMMENT 'each has a record in topic dead-letter',
    event_count BIGINT       NOT NULL,
    revision    INT          NOT NULL,
    complete    BOOLEAN      NOT NULL COMMENT 'the minute is final',
    PRIMARY KEY (topic, minute)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'What became of every record, by topic and minute of arrival';
