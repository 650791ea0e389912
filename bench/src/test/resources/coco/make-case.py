"""Writes case.json: made-up truths and claims, and the average precisions that pycocotools gives them. Needs numpy and pycocotools; seeds are fixed."""

import contextlib
import io
import json
from pathlib import Path

import numpy as np
from pycocotools.coco import COCO
from pycocotools.cocoeval import COCOeval

FRAMES, WIDTH, HEIGHT = 40, 640, 480
CLASSES = ("bicycle", "car", "motorcycle", "bus", "truck")
SHARES = (0.15, 0.45, 0.15, 0.1, 0.15)

random = np.random.default_rng(20)
scores = iter(random.permutation(np.arange(100, 10_000)) / 10_000)  # no two are the same


def some_box():
    width, height = random.uniform(12, 160), random.uniform(12, 120)
    return [random.uniform(0, WIDTH - width), random.uniform(0, HEIGHT - height), width, height]


def jittered(box, amount):
    x, y, width, height = box
    shift = random.normal(0, amount, 4)
    return [x + shift[0] * width, y + shift[1] * height, width * np.exp(shift[2]), height * np.exp(shift[3])]


def some_class():
    return int(random.choice(len(CLASSES), p=SHARES))


def claims(vehicle, box):
    """Nothing for a miss; else a box near the vehicle's, now and then of another class, now and then a second one."""
    for chance in (0.85, 0.15):
        if random.random() < chance:
            claimed = vehicle if random.random() < 0.9 else some_class()
            yield [claimed, float(next(scores)), *jittered(box, random.choice([0.02, 0.06, 0.15]))]


def some_frame():
    truth = [[some_class(), *some_box()] for _ in range(random.poisson(5))]
    found = [claim for vehicle, *box in truth for claim in claims(vehicle, box)]
    found += [[some_class(), float(next(scores)), *some_box()] for _ in range(random.poisson(1.5))]
    return {
        "truth": [[vehicle, *(round(float(side), 2) for side in box)] for vehicle, *box in truth],
        "found": [[vehicle, score, *(round(float(side), 2) for side in box)] for vehicle, score, *box in found],
    }


def evaluated(frames):
    truth = COCO()
    truth.dataset = {
        "images": [{"id": i, "width": WIDTH, "height": HEIGHT} for i in range(len(frames))],
        "categories": [{"id": i, "name": name} for i, name in enumerate(CLASSES)],
        "annotations": [
            {"image_id": i, "category_id": vehicle, "bbox": box, "area": box[2] * box[3], "iscrowd": 0}
            for i, frame in enumerate(frames)
            for vehicle, *box in frame["truth"]
        ],
    }
    for number, annotation in enumerate(truth.dataset["annotations"], 1):  # 0 would be taken for "no match"
        annotation["id"] = number
    truth.createIndex()
    found = [
        {"image_id": i, "category_id": vehicle, "score": score, "bbox": box}
        for i, frame in enumerate(frames)
        for vehicle, score, *box in frame["found"]
    ]
    evaluation = COCOeval(truth, truth.loadRes(found), "bbox")
    evaluation.evaluate()
    evaluation.accumulate()
    return evaluation.eval["precision"][:, :, :, 0, 2]  # overlap, recall, class; all areas, 100 claims


def main():
    frames = [some_frame() for _ in range(FRAMES)]
    with contextlib.redirect_stdout(io.StringIO()):
        precision = evaluated(frames)
    expected = {
        name: {"ap50": float(precision[0, :, i].mean()), "ap50_95": float(precision[:, :, i].mean())}
        for i, name in enumerate(CLASSES)
    }
    rows = ",\n".join(json.dumps(frame) for frame in frames)
    text = f'{{"classes": {json.dumps(CLASSES)},\n"expected": {json.dumps(expected)},\n"frames": [\n{rows}\n]}}\n'
    Path(__file__).with_name("case.json").write_text(text)


if __name__ == "__main__":
    main()
