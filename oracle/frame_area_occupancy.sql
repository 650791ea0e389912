-- How much of the road the vehicles in each frame cover, in parts per million of the road's cells, rounded down.
--
-- Promises: where boxes overlap, the road is covered once. A cell is covered when its centre lies in a box, whose left and
-- top edges belong to it and whose right and bottom edges do not.
--
-- From: verdict; frame_detections; detection; road_cell.

CREATE OR REPLACE VIEW frame_area_occupancy AS
WITH covered AS (
    -- the centre of cell i lies at (i + 1/2) / 160 of the width; multiplied out, so that no quotient is rounded
    SELECT DISTINCT f.partition, f."offset", r.camera_id, x.i AS cell_column, y.i AS cell_row
    FROM frame_detections f
    JOIN verdict r USING (partition, "offset")
    JOIN detection d USING (partition, "offset")
    JOIN range(160) x(i) ON (2 * x.i + 1) * image_width >= 320 * x_min AND (2 * x.i + 1) * image_width < 320 * x_max
    JOIN range(120) y(i) ON (2 * y.i + 1) * image_height >= 240 * y_min AND (2 * y.i + 1) * image_height < 240 * y_max
),
road AS (
    SELECT camera_id, count(*) AS cells FROM road_cell GROUP BY camera_id
),
covered_road AS (
    SELECT partition, "offset", count(*) AS cells
    FROM covered
    JOIN road_cell USING (camera_id, cell_column, cell_row)
    GROUP BY partition, "offset"
)
SELECT r.partition, r."offset", coalesce(c.cells, 0) * 1000000 // road.cells AS area_occupancy_ppm
FROM verdict r
JOIN road USING (camera_id)
LEFT JOIN covered_road c USING (partition, "offset");
