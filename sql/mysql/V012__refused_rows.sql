-- Rows that a table refused, which is a defect: intake takes no event that makes one. Times are UTC.

CREATE TABLE refused_row (
    table_name VARCHAR(64)   NOT NULL COMMENT 'the table that refused it; of a bounded run <table>__run_<run_id>',
    key_hash   BINARY(32)    NOT NULL COMMENT 'SHA-256 of the key columns, for a refused key may be of any length',
    row_key    TEXT          NOT NULL COMMENT 'the row''s key columns, a JSON object',
    row_json   LONGTEXT      NOT NULL COMMENT 'the whole row, a JSON object; a text of more than 2,000 characters is cut, and ends with its length',
    code       INT           NOT NULL COMMENT 'error code of the server; 1153: the row is larger than max_allowed_packet',
    message    VARCHAR(1000) NOT NULL COMMENT 'what the server said',
    refused_at DATETIME(3)   NOT NULL COMMENT 'by the clock of the database, UTC',
    PRIMARY KEY (table_name, key_hash)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'The newest refused row of each key; deleted when a later row of the key is stored';

CREATE VIEW v_refused_row AS
SELECT table_name, row_key, row_json, code, message, refused_at
FROM refused_row;
