"""Turns raw outputs into counts, exactly as the stream does, and measures their errors."""

import numpy as np

from frames import CLASSES

IOU_THRESHOLD, AGNOSTIC_IOU_THRESHOLD = 0.5, 0.7
THRESHOLDS = np.arange(0.15, 0.76, 0.01).round(2)
UNBIASED_VEHICLES = 0.004
LOWEST_CONFIDENCE = 0.02


def detections(output, confidence):
    """Boxes [D,4] as corners, scores and classes of one raw output [4 + classes, M]."""
    scores, classes = output[4:].max(0), output[4:].argmax(0)
    kept = scores > confidence
    middle, half = output[:2, kept].T, output[2:4, kept].T / 2
    boxes, scores, classes = np.concatenate([middle - half, middle + half], 1), scores[kept], classes[kept]
    apart = boxes + classes[:, None] * 4096.0
    kept = suppress(apart, scores, IOU_THRESHOLD)
    boxes, scores, classes = boxes[kept], scores[kept], classes[kept]
    kept = suppress(boxes, scores, AGNOSTIC_IOU_THRESHOLD)
    return boxes[kept], scores[kept], classes[kept]


def suppress(boxes, scores, threshold):
    order, kept = np.argsort(-scores, kind="stable"), []
    while len(order):
        best, order = order[0], order[1:]
        kept.append(best)
        order = order[overlaps(boxes[best], boxes[order]) < threshold]
    return np.array(kept, int)


def overlaps(box, others):
    wide = np.clip(np.minimum(box[2], others[:, 2]) - np.maximum(box[0], others[:, 0]), 0, None)
    high = np.clip(np.minimum(box[3], others[:, 3]) - np.maximum(box[1], others[:, 1]), 0, None)
    areas = (others[:, 2] - others[:, 0]) * (others[:, 3] - others[:, 1])
    return wide * high / ((box[2] - box[0]) * (box[3] - box[1]) + areas - wide * high + 1e-9)


def all_detections(outputs):
    """Returns the detections of every output. Weaker detections do not change which ones suppression keeps, so one pass serves every threshold."""
    return [detections(output, LOWEST_CONFIDENCE) for output in outputs]


def count_errors(found, truths, confidence):
    """Predicted minus true number of vehicles, per frame and class; confidence is one for all classes or one for each."""
    size = len(CLASSES)
    confidence = np.broadcast_to(confidence, size)
    predicted = [np.bincount(classes[scores > confidence[classes]], minlength=size) for _, scores, classes in found]
    true = [np.bincount(boxes[:, 0].astype(int), minlength=size) for boxes in truths]
    return np.array(predicted) - np.array(true)


def best_thresholds(found, truths):
    """Per class, the confidence whose counts are right on average, and among those the one with the smallest error per frame."""
    errors = {t: count_errors(found, truths, t) for t in THRESHOLDS}
    return np.array([_best({t: e[:, c] for t, e in errors.items()}) for c in range(len(CLASSES))])


def _best(errors):
    least = min(abs(e.mean()) for e in errors.values())
    unbiased = [t for t, e in errors.items() if abs(e.mean()) <= least + UNBIASED_VEHICLES]
    return min(unbiased, key=lambda t: np.abs(errors[t]).mean())
