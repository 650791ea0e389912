"""Trains the small detector on frames of the simulated city, on one CPU thread, within a budget of minutes. See README.md."""

import argparse
import copy
import math
import queue
import threading
import time
from pathlib import Path

import cv2
import numpy as np
import torch

from augment import varied
from counting import all_detections, best_thresholds, count_errors
from frames import INPUT_HEIGHT, INPUT_WIDTH, FrameStore, letterbox
from loss import detection_loss
from network import Detector, ExportedDetector, cells

BATCH = 16
LEARNING_RATE, WARM_UP_STEPS, WEIGHT_DECAY = 3e-3, 200, 0.03
STEADY_FROM = 0.7  # share of the budget after which pictures are no longer zoomed and shifted
REPORT_STEPS, CHECK_STEPS, CHECKED_SHARE = 200, 1000, 4


class Batches(threading.Thread):
    """Prepares batches in a second thread, and adds new frames between them."""

    def __init__(self, store, seed, watch):
        super().__init__(daemon=True)
        self.store, self.watch = store, watch
        self.rng = np.random.default_rng(seed)
        self.ready = queue.Queue(maxsize=4)
        self.move = True
        self.start()

    def run(self):
        made = 0
        while True:
            self.ready.put(self.make())
            made += 1
            if self.watch:
                self.store.take_in(BATCH)
                if made % 100 == 0:
                    self.store.look()

    def make(self):
        chosen = self.rng.integers(0, len(self.store), BATCH)
        samples = [varied(self.store.pictures[i], self.store.boxes[i], self.rng, self.move) for i in chosen]
        images = torch.from_numpy(np.stack([picture for picture, _ in samples]))
        return images.permute(0, 3, 1, 2).float() / 255, padded([boxes for _, boxes in samples])


def padded(boxes):
    most = max(1, max(len(b) for b in boxes))
    corners, classes = torch.zeros(len(boxes), most, 4), torch.zeros(len(boxes), most, dtype=torch.long)
    present = torch.zeros(len(boxes), most, dtype=torch.bool)
    for i, b in enumerate(boxes):
        corners[i, : len(b)] = torch.from_numpy(b[:, 1:])
        classes[i, : len(b)] = torch.from_numpy(b[:, 0]).long()
        present[i, : len(b)] = True
    return corners, classes, present


def optimizer_of(model):
    matrices = [p for p in model.parameters() if p.ndim > 1]
    others = [p for p in model.parameters() if p.ndim <= 1]
    groups = [{"params": matrices, "weight_decay": WEIGHT_DECAY}, {"params": others, "weight_decay": 0.0}]
    return torch.optim.AdamW(groups, lr=LEARNING_RATE, betas=(0.9, 0.99))


@torch.no_grad()
def follow(average, model, step):
    """Moves the averaged weights, which are the ones saved, a little towards the trained ones."""
    decay = min(0.998, (1 + step) / (20 + step))
    for kept, trained in zip(average.state_dict().values(), model.state_dict().values()):
        if kept.dtype.is_floating_point:
            kept.lerp_(trained, 1 - decay)
        else:
            kept.copy_(trained)


@torch.no_grad()
def raw_outputs(model, pictures):
    """The exported form's output for every picture."""
    exported = ExportedDetector(copy.deepcopy(model), INPUT_HEIGHT, INPUT_WIDTH).eval()
    outputs = []
    for start in range(0, len(pictures), BATCH):
        images = np.stack([letterbox(pictures[i]) for i in range(start, min(start + BATCH, len(pictures)))])
        outputs += list(exported(torch.from_numpy(images).permute(0, 3, 1, 2).float() / 255).numpy())
    return outputs


def check(model, frames):
    found = all_detections(raw_outputs(model, frames.pictures))
    errors = count_errors(found, frames.boxes, best_thresholds(found, frames.boxes)).sum(1)
    return f"check: count MAE {np.abs(errors).mean():.3f} bias {errors.mean():+.3f}"


def train(options):
    torch.manual_seed(options.seed)
    torch.set_num_threads(1)
    cv2.setNumThreads(1)
    validation = FrameStore(options.validation, every=CHECKED_SHARE).take_in_all()
    batches = Batches(FrameStore(options.frames).take_in_all(), options.seed, options.watch)
    model = Detector().to(memory_format=torch.channels_last)
    if options.init:
        model.load_state_dict(torch.load(options.init))
    average, optimizer = copy.deepcopy(model), optimizer_of(model)
    centres, strides = cells(INPUT_HEIGHT, INPUT_WIDTH)
    began, step, losses = time.monotonic(), 0, []
    while (progress := (time.monotonic() - began) / 60 / options.minutes) < 1:
        batches.move = progress < STEADY_FROM
        rate = LEARNING_RATE * min(1, (step + 1) / WARM_UP_STEPS) * (0.5 * (1 + math.cos(math.pi * progress)) + 0.01)
        for group in optimizer.param_groups:
            group["lr"] = rate
        images, truth = batches.ready.get()
        with torch.autocast("cpu", torch.bfloat16):
            distances, logits = model(images)
        loss, class_loss, box_loss = detection_loss(distances, logits, centres, strides, truth)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 10.0)
        optimizer.step()
        step += 1
        follow(average, model, step)
        losses.append((float(class_loss), float(box_loss)))
        if step % REPORT_STEPS == 0:
            recent = np.mean(losses[-REPORT_STEPS:], 0)
            report = f"step {step} minutes {(time.monotonic() - began) / 60:.1f} samples {step * BATCH}"
            report += f" frames {len(batches.store)} rate {rate:.5f} class {recent[0]:.3f} box {recent[1]:.3f}"
            if step % CHECK_STEPS == 0:
                report += " " + check(average, validation)
                torch.save(average.state_dict(), options.out)
            print(report, flush=True)
    torch.save(average.state_dict(), options.out)
    print("done:", step, "steps,", check(average, validation))


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--frames", type=Path, required=True, help="folder with images/ and labels/ to learn from")
    parser.add_argument("--validation", type=Path, required=True, help="folder with held-out frames, as --frames")
    parser.add_argument("--out", type=Path, required=True, help="checkpoint, rewritten during training")
    parser.add_argument("--minutes", type=float, default=80)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--init", type=Path, help="checkpoint to start from")
    parser.add_argument("--watch", action="store_true", help="add frames that are written during training")
    return parser.parse_args()


if __name__ == "__main__":
    train(arguments())
