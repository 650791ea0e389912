"""Makes random variations of a labelled frame: mirrored, zoomed and shifted, brightened and tinted."""

import cv2
import numpy as np

from frames import INPUT_HEIGHT, INPUT_WIDTH, PAD, letterbox, margins

SMALLEST_SHARE_LEFT = 0.45  # a box with a smaller share left in the picture is dropped


def varied(picture, boxes, rng, move):
    """Returns the letterboxed input and its boxes. Without move, pictures are neither zoomed nor shifted: late in training the detector learns the exact borders of pictures."""
    boxes = boxes.copy()
    if rng.random() < 0.5:
        picture = np.ascontiguousarray(picture[:, ::-1])
        boxes[:, [1, 3]] = INPUT_WIDTH - boxes[:, [3, 1]]
    if move and rng.random() < 0.6:
        canvas, boxes = moved(picture, boxes, rng)
    else:
        canvas = letterbox(picture)
    return tinted(canvas, rng), boxes


def moved(picture, boxes, rng):
    scale = rng.uniform(0.75, 1.3)
    shift = rng.uniform(-0.08, 0.08, 2) * (INPUT_WIDTH, INPUT_HEIGHT)
    size = np.array([INPUT_WIDTH, INPUT_HEIGHT])
    offset = shift + (1 - scale) * size / 2
    matrix = np.array([[scale, 0, offset[0]], [0, scale, offset[1]]])
    inner = matrix.copy()
    inner[:, 2] += scale * np.array(margins(picture))
    canvas = cv2.warpAffine(picture, inner, (INPUT_WIDTH, INPUT_HEIGHT), flags=cv2.INTER_LINEAR, borderValue=(PAD,) * 3)
    corners = boxes[:, 1:] * scale + np.tile(offset, 2)
    whole = area(corners)
    corners = np.clip(corners, 0, np.tile(size, 2))
    kept = area(corners) > SMALLEST_SHARE_LEFT * whole
    return canvas, np.concatenate([boxes[:, :1], corners], 1)[kept].astype(np.float32)


def area(corners):
    return (corners[:, 2] - corners[:, 0]) * (corners[:, 3] - corners[:, 1])


def tinted(canvas, rng):
    gains = rng.uniform(0.8, 1.2) * rng.uniform(0.94, 1.06, 3)
    curve = np.arange(256)[:, None] * gains + rng.uniform(-10, 10)
    return cv2.LUT(canvas, np.clip(curve, 0, 255).astype(np.uint8)[None])
