-- Bounded runs, and what revisions changed in the tables. Times are UTC. Nothing here is deleted: the lines of published
-- runs say which rows an older run must leave out.

CREATE TABLE run (
    run_id       BIGINT      NOT NULL AUTO_INCREMENT,
    job          VARCHAR(64) NOT NULL,
    range_from   DATETIME(3) NOT NULL COMMENT 'first instant of the range that the run computed, UTC',
    range_to     DATETIME(3) NOT NULL COMMENT 'first instant after the range, UTC',
    revision     INT         NULL COMMENT 'of the run''s rows; NULL: it revises nothing, and its rows have revision 0',
    state        VARCHAR(16) NOT NULL COMMENT 'running published failed',
    begun_at     DATETIME(3) NOT NULL COMMENT 'by the clock of the database, UTC',
    published_at DATETIME(3) NULL COMMENT 'by the clock of the database, UTC; NULL: not published',
    PRIMARY KEY (run_id),
    UNIQUE KEY run_by_revision (revision)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Bounded runs: each computed a range of the past again';

CREATE TABLE run_table (
    run_id          BIGINT       NOT NULL,
    table_name      VARCHAR(64)  NOT NULL,
    rows_added      BIGINT       NULL COMMENT 'NULL, as the other counts: not published',
    rows_replaced   BIGINT       NULL COMMENT 'in columns that are not bookkeeping',
    rows_kept       BIGINT       NULL COMMENT 'computed, and the table has them already or newer',
    rows_removed    BIGINT       NULL COMMENT 'of lower revisions, that the run did not find again',
    PRIMARY KEY (run_id, table_name),
    KEY run_table_by_name (table_name),
    CONSTRAINT run_table_of_run FOREIGN KEY (run_id) REFERENCES run (run_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Which tables a run covers, and what it did to them';

CREATE TABLE publication (
    turn   TINYINT NOT NULL COMMENT 'always 1',
    run_id BIGINT  NULL COMMENT 'the last run that was published',
    PRIMARY KEY (turn)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'One line, which a run holds while it publishes: runs publish one after the other';

INSERT INTO publication (turn) VALUES (1);

CREATE TABLE correction (
    revision   INT          NOT NULL COMMENT 'of the run that made it',
    table_name VARCHAR(64)  NOT NULL,
    row_key    VARCHAR(512) NOT NULL COMMENT 'the row''s key columns, a JSON object',
    old_row    JSON         NULL COMMENT 'the whole row before; NULL: the row was added',
    new_row    JSON         NULL COMMENT 'the whole row after; NULL: the row was removed',
    PRIMARY KEY (revision, table_name, row_key)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Rows that a revision added, replaced or removed; rows that are equal but for event_count, revision and complete are not here';

-- Keys are in row_key, so they are no line of their own here.
CREATE VIEW v_correction AS
SELECT
    c.table_name,
    c.row_key,
    c.revision,
    CASE
        WHEN c.old_row IS NULL THEN 'added'
        WHEN c.new_row IS NULL THEN 'removed'
        ELSE 'replaced'
    END AS kind,
    k.column_name,
    CASE JSON_TYPE(JSON_EXTRACT(c.old_row, CONCAT('$.', k.column_name)))
        WHEN 'NULL' THEN NULL
        ELSE JSON_UNQUOTE(JSON_EXTRACT(c.old_row, CONCAT('$.', k.column_name)))
    END AS old_value,
    CASE JSON_TYPE(JSON_EXTRACT(c.new_row, CONCAT('$.', k.column_name)))
        WHEN 'NULL' THEN NULL
        ELSE JSON_UNQUOTE(JSON_EXTRACT(c.new_row, CONCAT('$.', k.column_name)))
    END AS new_value,
    r.job,
    r.range_from,
    r.range_to,
    r.published_at
FROM correction c
JOIN run r ON r.revision = c.revision
JOIN JSON_TABLE(
    JSON_KEYS(COALESCE(c.new_row, c.old_row)),
    '$[*]' COLUMNS (column_name VARCHAR(64) PATH '$')
) k
WHERE k.column_name <> 'revision'
    AND NOT JSON_CONTAINS_PATH(c.row_key, 'one', CONCAT('$.', k.column_name))
    -- as text, for MariaDB finds two extracted strings unequal: it takes the quotes off one of them only
    AND NOT (
        CONCAT(JSON_EXTRACT(c.old_row, CONCAT('$.', k.column_name)))
        <=> CONCAT(JSON_EXTRACT(c.new_row, CONCAT('$.', k.column_name)))
    );
