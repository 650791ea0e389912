"""Measures a model with its card on labelled frames: counting errors over all, by light, by weather and by class, and AP at IoU 0.5. See README.md."""

import argparse
import json
from pathlib import Path

import numpy as np
import onnxruntime

from counting import all_detections, average_precisions, count_errors
from frames import CLASSES, FrameStore, letterbox


def outputs_of(model_path, frames):
    """The model's raw output for every frame, one at a time on one thread, as the stream runs it."""
    session_options = onnxruntime.SessionOptions()
    session_options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(model_path), session_options, providers=["CPUExecutionProvider"])
    outputs = []
    for i in range(len(frames)):
        image = letterbox(frames.pictures[i]).transpose(2, 0, 1)[None].astype(np.float32) / 255
        outputs.append(session.run(None, {"images": image})[0][0])
    return outputs


def report(title, found, frames, threshold):
    errors = count_errors(found, frames.boxes, threshold)
    true = np.array([len(boxes) for boxes in frames.boxes])
    print(f"{title}: {len(frames)} frames, {true.mean():.2f} vehicles a frame, confidence threshold {threshold:.2f}")
    print(f"{'':12}{'frames':>8}{'MAE':>8}{'bias':>8}{'exact':>8}")
    line("all", errors)
    for part in ("day", "dusk", "night", "clear", "rain", "haze"):
        line(part, errors[[part in name.split("-") for name in frames.names]])
    precisions = average_precisions(found, frames.boxes)
    for c, name in enumerate(CLASSES):
        print(f"{name:12}class MAE {np.abs(errors[:, c]).mean():.3f}  AP50 {precisions[c]:.3f}")
    print(f"{'':12}all classes exact {(errors == 0).all(1).mean():.3f}  mAP50 {np.mean(precisions):.3f}")


def line(name, errors):
    totals = errors.sum(1)
    if len(totals):
        mae, bias, exact = np.abs(totals).mean(), totals.mean(), (totals == 0).mean()
        print(f"{name:12}{len(totals):8}{mae:8.3f}{bias:+8.3f}{exact:8.3f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True, help="an .onnx with its .json card beside it")
    parser.add_argument("--frames", type=Path, required=True, help="folder with images/ and labels/")
    options = parser.parse_args()
    card = json.loads(options.model.with_suffix(".json").read_text())
    frames = FrameStore(options.frames).take_in_all()
    report(str(options.frames), all_detections(outputs_of(options.model, frames)), frames, card["confidence_threshold"])


if __name__ == "__main__":
    main()
