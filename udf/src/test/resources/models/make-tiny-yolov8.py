"""Makes tiny-yolov8.onnx: layout yolov8 for a canvas of 32 x 32 and the classes car, bus; 3 boxes that never move.
The car score of box 0 is the mean of the first plane, the bus score of box 1 that of the third; box 2 scores nothing."""
import sys
import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

boxes = np.array([[8, 24, 16], [8, 24, 16], [8, 4, 2], [4, 8, 2]], np.float32)[None]
first = np.zeros((1, 2, 3), np.float32); first[0, 0, 0] = 1
third = np.zeros((1, 2, 3), np.float32); third[0, 1, 1] = 1
graph = helper.make_graph(
    [
        helper.make_node("ReduceMean", ["images"], ["means"], axes=[2, 3], keepdims=0),
        helper.make_node("Split", ["means"], ["m0", "m1", "m2"], axis=1),
        helper.make_node("Mul", ["m0", "first"], ["car"]),
        helper.make_node("Mul", ["m2", "third"], ["bus"]),
        helper.make_node("Add", ["car", "bus"], ["scores"]),
        helper.make_node("Concat", ["boxes", "scores"], ["output"], axis=1),
    ],
    "tiny",
    [helper.make_tensor_value_info("images", TensorProto.FLOAT, [1, 3, 32, 32])],
    [helper.make_tensor_value_info("output", TensorProto.FLOAT, [1, 6, 3])],
    [numpy_helper.from_array(a, n) for a, n in ((boxes, "boxes"), (first, "first"), (third, "third"))],
)
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 11)], ir_version=6, producer_name="")
onnx.checker.check_model(model)
onnx.save(model, sys.argv[1])
