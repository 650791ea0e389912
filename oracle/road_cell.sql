-- The road in each camera's picture, as cells of a grid of 160 x 120 over the picture.
--
-- Promises: a cell is road when its centre lies in the camera's carriageway polygon, on its edge too; without one every cell is.
-- It is exact: lengths are whole numbers of which the picture has 3 * 10^9 in each direction, so that corners of up to
-- nine decimals and the centres of cells, (2 i + 1) / 320 and (2 i + 1) / 240 of it, are whole.
--
-- From: record (which cameras there are); camera.

CREATE OR REPLACE VIEW road_cell AS
WITH site AS (
    SELECT DISTINCT r.camera_id, c.carriageway_polygon
    FROM record r
    LEFT JOIN camera c USING (camera_id)
    WHERE r.camera_id IS NOT NULL
),
cell AS (
    SELECT x.i AS cell_column, y.i AS cell_row, (2 * x.i + 1)::HUGEINT * 9375000 AS x, (2 * y.i + 1)::HUGEINT * 12500000 AS y
    FROM range(160) x(i), range(120) y(i)
),
ring AS (
    -- polygons and holes alike: a ring is what is between two brackets that hold no others
    SELECT camera_id, string_split(unnest(regexp_extract_all(carriageway_polygon, '\(([^()]+)\)', 1)), ',') AS corners
    FROM site
),
corner AS (
    SELECT camera_id, regexp_split_to_array(trim(corners[i]), '\s+')::DECIMAL(18, 9)[] AS a,
        regexp_split_to_array(trim(corners[i + 1]), '\s+')::DECIMAL(18, 9)[] AS b
    FROM ring, unnest(range(1, len(corners))) AS corner_number(i)
),
edge AS (
    SELECT camera_id, (a[1] * 3000000000)::HUGEINT AS x1, (a[2] * 3000000000)::HUGEINT AS y1,
        (b[1] * 3000000000)::HUGEINT AS x2, (b[2] * 3000000000)::HUGEINT AS y2
    FROM corner
),
masked AS (
    -- a ray from the centre to the right crosses the rings an odd number of times where it starts inside
    SELECT camera_id, cell_column, cell_row
    FROM edge, cell
    GROUP BY camera_id, cell_column, cell_row
    HAVING count(*) FILTER (
            (y1 > y) <> (y2 > y) AND (x - x1) * abs(y2 - y1) < (y - y1) * (x2 - x1) * sign(y2 - y1)
        ) % 2 = 1
        OR count(*) FILTER (
            (x - x1) * (y2 - y1) = (y - y1) * (x2 - x1)
            AND x BETWEEN least(x1, x2) AND greatest(x1, x2)
            AND y BETWEEN least(y1, y2) AND greatest(y1, y2)
        ) > 0
)
SELECT camera_id, cell_column, cell_row FROM masked
UNION ALL
SELECT camera_id, cell_column, cell_row FROM site, cell WHERE carriageway_polygon IS NULL;
