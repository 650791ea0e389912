"""A small YOLOv8-style detector: C2f backbone, feature pyramid, one anchor-free head per stride, boxes decoded inside the graph."""

import math

import torch
import torch.nn.functional as F
from torch import nn

STRIDES = (8, 16, 32)
WIDTHS = (8, 16, 32, 64, 96)
HEAD_WIDTH = 48


class ConvBlock(nn.Module):
    """Convolution, batch norm, ReLU."""

    def __init__(self, inputs, outputs, kernel=3, stride=1):
        super().__init__()
        self.conv = nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=False)
        self.norm = nn.BatchNorm2d(outputs, eps=1e-3, momentum=0.03)

    def forward(self, x):
        return F.relu(self.norm(self.conv(x)), inplace=True)


class Bottleneck(nn.Module):
    def __init__(self, channels, shortcut):
        super().__init__()
        self.first = ConvBlock(channels, channels)
        self.second = ConvBlock(channels, channels)
        self.shortcut = shortcut

    def forward(self, x):
        y = self.second(self.first(x))
        return x + y if self.shortcut else y


class C2f(nn.Module):
    """Splits the channels, runs bottlenecks on one half, and joins every intermediate result."""

    def __init__(self, inputs, outputs, repeats=1, shortcut=True):
        super().__init__()
        self.half = outputs // 2
        self.enter = ConvBlock(inputs, outputs, 1)
        self.steps = nn.ModuleList(Bottleneck(self.half, shortcut) for _ in range(repeats))
        self.leave = ConvBlock(self.half * (2 + repeats), outputs, 1)

    def forward(self, x):
        parts = list(self.enter(x).split(self.half, 1))
        for step in self.steps:
            parts.append(step(parts[-1]))
        return self.leave(torch.cat(parts, 1))


class PyramidPooling(nn.Module):
    """Three chained max pools, so that the receptive field of the deepest cells is the whole picture."""

    def __init__(self, channels):
        super().__init__()
        self.enter = ConvBlock(channels, channels // 2, 1)
        self.leave = ConvBlock(channels * 2, channels, 1)

    def forward(self, x):
        parts = [self.enter(x)]
        for _ in range(3):
            parts.append(F.max_pool2d(parts[-1], 5, 1, 2))
        return self.leave(torch.cat(parts, 1))


class Detector(nn.Module):
    def __init__(self, classes=5, widths=WIDTHS):
        super().__init__()
        a, b, c, d, e = widths
        self.stem = nn.Sequential(ConvBlock(3, a, 3, 2), ConvBlock(a, b, 3, 2), C2f(b, b))
        self.stage3 = nn.Sequential(ConvBlock(b, c, 3, 2), C2f(c, c, 2))
        self.stage4 = nn.Sequential(ConvBlock(c, d, 3, 2), C2f(d, d, 2))
        self.stage5 = nn.Sequential(ConvBlock(d, e, 3, 2), C2f(e, e), PyramidPooling(e))
        self.lateral5, self.merge4 = ConvBlock(e, d, 1), C2f(d * 2, d, 1, False)
        self.lateral4, self.merge3 = ConvBlock(d, c, 1), C2f(c * 2, c, 1, False)
        self.down3, self.out4 = ConvBlock(c, c, 3, 2), C2f(c + d, d, 1, False)
        self.down4, self.out5 = ConvBlock(d, d, 3, 2), C2f(d + d, e, 1, False)
        self.box_heads = nn.ModuleList(self._head(width, 4) for width in (c, d, e))
        self.class_heads = nn.ModuleList(self._head(width, classes) for width in (c, d, e))
        for stride, box, score in zip(STRIDES, self.box_heads, self.class_heads):
            nn.init.constant_(box[-1].bias, 1.5)
            nn.init.constant_(score[-1].bias, math.log(5 / classes / (640 / stride) ** 2 * 4))

    @staticmethod
    def _head(width, outputs):
        return nn.Sequential(ConvBlock(width, HEAD_WIDTH), nn.Conv2d(HEAD_WIDTH, outputs, 1))

    def features(self, x):
        p3 = self.stage3(self.stem(x))
        p4 = self.stage4(p3)
        top5 = self.lateral5(self.stage5(p4))
        top4 = self.lateral4(self.merge4(torch.cat([F.interpolate(top5, scale_factor=2.0), p4], 1)))
        out3 = self.merge3(torch.cat([F.interpolate(top4, scale_factor=2.0), p3], 1))
        merged4 = torch.cat([self.down3(out3), F.interpolate(top5, scale_factor=2.0)], 1)
        out4 = self.out4(merged4)
        return out3, out4, self.out5(torch.cat([self.down4(out4), top5], 1))

    def forward(self, x):
        """Distances from each cell's centre to the four sides, in cells, [N,4,M]; and class logits, [N,classes,M]."""
        features = self.features(x)
        distances = torch.cat([head(f).flatten(2) for head, f in zip(self.box_heads, features)], 2)
        logits = torch.cat([head(f).flatten(2) for head, f in zip(self.class_heads, features)], 2)
        return F.softplus(distances), logits


class ExportedDetector(nn.Module):
    """The same network with the yolov8 output [N, 4 + classes, M]: centre x, centre y, width, height in input pixels, class scores."""

    def __init__(self, detector, height, width):
        super().__init__()
        self.detector = detector
        centres, strides = cells(height, width)
        self.register_buffer("centres", centres.T[None].contiguous())
        self.register_buffer("strides", strides[None, None])

    def forward(self, images):
        distances, logits = self.detector(images)
        distances = distances * self.strides
        left_top, right_bottom = distances[:, :2], distances[:, 2:]
        middle = self.centres + (right_bottom - left_top) / 2
        return torch.cat([middle, left_top + right_bottom, logits.sigmoid()], 1)


def cells(height, width):
    """The centres [M,2] and strides [M] of all cells of an input, in input pixels."""
    centres, strides = [], []
    for stride in STRIDES:
        rows, columns = height // stride, width // stride
        y, x = torch.meshgrid(torch.arange(rows) + 0.5, torch.arange(columns) + 0.5, indexing="ij")
        centres.append(torch.stack([x.flatten(), y.flatten()], 1) * stride)
        strides.append(torch.full((rows * columns,), float(stride)))
    return torch.cat(centres), torch.cat(strides)
