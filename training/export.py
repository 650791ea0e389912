"""Exports a checkpoint as ONNX model with its model card. The confidence thresholds are those whose counts are right on average over the validation frames. See README.md."""

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch

from counting import AGNOSTIC_IOU_THRESHOLD, IOU_THRESHOLD, all_detections, best_thresholds, count_errors
from frames import CLASSES, INPUT_HEIGHT, INPUT_WIDTH, PAD, FrameStore, letterbox
from network import Detector, ExportedDetector


def export(checkpoint, model_path):
    detector = Detector()
    detector.load_state_dict(torch.load(checkpoint, map_location="cpu"))
    torch.onnx.export(
        ExportedDetector(detector, INPUT_HEIGHT, INPUT_WIDTH).eval(),
        (torch.zeros(2, 3, INPUT_HEIGHT, INPUT_WIDTH),),
        model_path,
        dynamo=False,
        opset_version=17,
        input_names=["images"],
        output_names=["output0"],
        dynamic_axes={"images": {0: "batch"}, "output0": {0: "batch"}},
    )
    onnx.checker.check_model(onnx.load(model_path))


def outputs_of(model_path, frames):
    """The model's raw output for every frame, one at a time on one thread, as in the stream."""
    session_options = onnxruntime.SessionOptions()
    session_options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(model_path), session_options, providers=["CPUExecutionProvider"])
    for picture in frames.pictures:
        image = letterbox(picture).transpose(2, 0, 1)[None].astype(np.float32) / 255
        yield session.run(None, {"images": image})[0][0]


def card(model_path, thresholds):
    return {
        "name": model_path.stem,
        "layout": "yolov8",
        "input_width": INPUT_WIDTH,
        "input_height": INPUT_HEIGHT,
        "colour_order": "RGB",
        "scale": 1 / 255,
        "letterbox": "centre",
        "pad": PAD,
        "classes": list(CLASSES),
        "aliases": {},
        "confidence_threshold": min(thresholds.values()),
        "confidence_threshold_by_label": thresholds,
        "iou_threshold": IOU_THRESHOLD,
        "agnostic_iou_threshold": AGNOSTIC_IOU_THRESHOLD,
        "sha256": hashlib.sha256(model_path.read_bytes()).hexdigest(),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--validation", type=Path, required=True, help="held-out frames that choose the threshold")
    parser.add_argument("--model", type=Path, required=True, help="path of the .onnx file to write; the card is written beside it")
    options = parser.parse_args()
    torch.set_num_threads(1)
    export(options.checkpoint, options.model)
    frames = FrameStore(options.validation).take_in_all()
    found = all_detections(outputs_of(options.model, frames))
    best = best_thresholds(found, frames.boxes)
    text = json.dumps(card(options.model, dict(zip(CLASSES, best.tolist()))), indent=2)
    options.model.with_suffix(".json").write_text(text + "\n")
    print(text)
    errors = count_errors(found, frames.boxes, best).sum(1)
    print(f"validation: {len(frames)} frames, count MAE {np.abs(errors).mean():.3f}, bias {errors.mean():+.4f} vehicles a frame")


if __name__ == "__main__":
    main()
