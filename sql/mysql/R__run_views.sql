-- Views of bounded runs and of the lake's hours for people and reports. Times are UTC.

-- Key columns are in row_key, so they have no rows of their own here.
CREATE OR REPLACE VIEW v_correction AS
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
    -- as text, because MariaDB finds two equal extracted strings unequal: it unquotes only one of them
    AND NOT (
        CONCAT(JSON_EXTRACT(c.old_row, CONCAT('$.', k.column_name)))
        <=> CONCAT(JSON_EXTRACT(c.new_row, CONCAT('$.', k.column_name)))
    );

CREATE OR REPLACE VIEW v_lake_partition AS
SELECT
    dataset,
    dt,
    hour,
    TIMESTAMPADD(HOUR, hour, CAST(dt AS DATETIME(3))) AS hour_start,
    state,
    files,
    rows_count,
    bytes,
    checked_at
FROM lake_partition;
