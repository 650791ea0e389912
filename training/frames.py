"""Labelled frames in memory: pictures at the detector's scale, boxes in its input pixels."""

import tempfile
from pathlib import Path

import cv2
import numpy as np

INPUT_HEIGHT, INPUT_WIDTH = 256, 320
PAD = 114
CLASSES = ("bicycle", "car", "motorcycle", "bus", "truck")


def load(image_path):
    """The picture (RGB, scaled to fit the input, not yet padded) and its boxes as rows of class, x0, y0, x1, y1 in padded input pixels."""
    picture = cv2.imread(str(image_path))
    height, width = picture.shape[:2]
    scale = min(INPUT_WIDTH / width, INPUT_HEIGHT / height)
    size = (round(width * scale), round(height * scale))
    picture = cv2.cvtColor(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), cv2.COLOR_BGR2RGB)
    across, down = margins(picture)
    text = image_path.parent.parent.joinpath("labels", image_path.stem + ".txt").read_text()
    rows = np.array([line.split() for line in text.splitlines()], np.float32).reshape(-1, 5)
    middle = rows[:, 1:3] * size + (across, down)
    half = rows[:, 3:5] * size / 2
    return picture, np.concatenate([rows[:, :1], middle - half, middle + half], 1).astype(np.float32)


def margins(picture):
    return (INPUT_WIDTH - picture.shape[1]) // 2, (INPUT_HEIGHT - picture.shape[0]) // 2


def letterbox(picture):
    across, down = margins(picture)
    canvas = np.full((INPUT_HEIGHT, INPUT_WIDTH, 3), PAD, np.uint8)
    canvas[down : down + picture.shape[0], across : across + picture.shape[1]] = picture
    return canvas


class Shelf:
    """A growing list of pictures in memory-mapped files: 30,000 pictures are 7 GB."""

    PICTURES_PER_BLOCK = 500

    def __init__(self):
        self._blocks, self._length = [], 0

    def __len__(self):
        return self._length

    def __getitem__(self, index):
        if index >= self._length:
            raise IndexError(index)
        return self._blocks[index // self.PICTURES_PER_BLOCK][index % self.PICTURES_PER_BLOCK]

    def append(self, picture):
        if self._length % self.PICTURES_PER_BLOCK == 0:
            shape = (self.PICTURES_PER_BLOCK, *picture.shape)
            self._blocks.append(np.memmap(tempfile.TemporaryFile(), np.uint8, shape=shape))
        self._length += 1
        self[self._length - 1][:] = picture


class FrameStore:
    """All frames of a folder, which have one size. It can add frames that appeared later, so training can start while frames are still being written."""

    def __init__(self, folder, every=1):
        self.folder, self.every = Path(folder), every
        self.pictures, self.boxes, self.names = Shelf(), [], []
        self._known, self._waiting = set(), []

    def __len__(self):
        return len(self.pictures)

    def look(self):
        for path in sorted((self.folder / "images").glob("*.jpg"))[:: self.every]:
            if path not in self._known:
                self._known.add(path)
                self._waiting.append(path)

    def take_in(self, most):
        for path in self._waiting[:most]:
            picture, boxes = load(path)
            self.pictures.append(picture)
            self.boxes.append(boxes)
            self.names.append(path.stem)
        del self._waiting[:most]

    def take_in_all(self):
        self.look()
        self.take_in(len(self._waiting))
        return self
