"""Task-aligned assignment of truth to cells, and the loss over it: BCE on soft class targets, CIoU on boxes."""

import math

import torch
import torch.nn.functional as F

CLASS_WEIGHT, BOX_WEIGHT = 0.6, 5.0
CANDIDATES_PER_BOX = 10
SCORE_POWER, IOU_POWER = 0.5, 6.0
SMALLEST_REACH_PIXELS = 8.0  # a box narrower than a cell still owns the cell that contains it


def iou(a, b):
    wide = (torch.minimum(a[..., 2], b[..., 2]) - torch.maximum(a[..., 0], b[..., 0])).clamp(0)
    high = (torch.minimum(a[..., 3], b[..., 3]) - torch.maximum(a[..., 1], b[..., 1])).clamp(0)
    shared = wide * high
    return shared / (_area(a) + _area(b) - shared + 1e-7)


def complete_iou(a, b):
    """IoU minus penalties for distant centres and different proportions."""
    overlap = iou(a, b)
    width = torch.maximum(a[..., 2], b[..., 2]) - torch.minimum(a[..., 0], b[..., 0])
    height = torch.maximum(a[..., 3], b[..., 3]) - torch.minimum(a[..., 1], b[..., 1])
    across = (a[..., 0] + a[..., 2] - b[..., 0] - b[..., 2]) ** 2
    down = (a[..., 1] + a[..., 3] - b[..., 1] - b[..., 3]) ** 2
    distance = (across + down) / 4 / (width**2 + height**2 + 1e-7)
    unlike = 4 / math.pi**2 * (_slope(b) - _slope(a)) ** 2
    with torch.no_grad():
        weight = unlike / (unlike - overlap + 1 + 1e-7)
    return overlap - distance - unlike * weight


def _area(box):
    return (box[..., 2] - box[..., 0]) * (box[..., 3] - box[..., 1])


def _slope(box):
    return torch.atan((box[..., 2] - box[..., 0]) / (box[..., 3] - box[..., 1] + 1e-7))


def detection_loss(distances, logits, centres, strides, truth):
    """truth: boxes [B,T,4], classes [B,T], present [B,T]. Returns the loss and its class and box parts."""
    distances = distances.transpose(1, 2).float() * strides[:, None]
    logits = logits.transpose(1, 2).float()
    boxes = torch.cat([centres - distances[..., :2], centres + distances[..., 2:]], 2)
    with torch.no_grad():
        owner, weight = assign(boxes, logits.sigmoid(), centres, *truth)
        owned = weight > 0
        target_boxes = torch.gather(truth[0], 1, owner[..., None].expand(*owner.shape, 4))
        target_scores = torch.zeros_like(logits)
        target_scores.scatter_(2, torch.gather(truth[1], 1, owner)[..., None], weight[..., None])
        total = target_scores.sum().clamp(min=1.0)
    class_loss = F.binary_cross_entropy_with_logits(logits, target_scores, reduction="sum") / total
    misfit = 1 - complete_iou(boxes[owned], target_boxes[owned])
    box_loss = (misfit * weight[owned]).sum() / total
    return CLASS_WEIGHT * class_loss + BOX_WEIGHT * box_loss, class_loss.detach(), box_loss.detach()


def assign(boxes, scores, centres, true_boxes, true_classes, present):
    """For every cell the true box that it is assigned, and with what weight (0: none). A box is assigned to the cells that already predict it best."""
    batch, trues = true_classes.shape
    cells = len(centres)
    overlap = iou(true_boxes[:, :, None], boxes[:, None])
    score = torch.gather(scores.transpose(1, 2), 1, true_classes[..., None].expand(batch, trues, cells))
    inside = _inside(centres, true_boxes) & present[..., None]
    fit = score**SCORE_POWER * overlap**IOU_POWER * inside
    values, indices = fit.topk(CANDIDATES_PER_BOX, -1)
    chosen = torch.zeros_like(fit).scatter_(2, indices, (values > 1e-12).float()) * inside
    best = F.one_hot((overlap * inside).argmax(1), trues).transpose(1, 2).float()
    contested = chosen.sum(1, keepdim=True) > 1
    chosen = torch.where(contested, best * inside, chosen)
    fit = fit * chosen
    scale = (overlap * chosen).amax(-1, keepdim=True) / (fit.amax(-1, keepdim=True) + 1e-9)
    return chosen.argmax(1), (fit * scale).amax(1)


def _inside(centres, true_boxes):
    middle = (true_boxes[..., :2] + true_boxes[..., 2:]) / 2
    reach = ((true_boxes[..., 2:] - true_boxes[..., :2]) / 2).clamp(min=SMALLEST_REACH_PIXELS)
    return ((centres - middle[:, :, None]).abs() < reach[:, :, None]).all(-1)
