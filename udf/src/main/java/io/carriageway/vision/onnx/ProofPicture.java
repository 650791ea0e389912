package io.carriageway.vision.onnx;

import io.carriageway.vision.input.ColourOrder;
import io.carriageway.vision.input.ModelInput;
import java.nio.FloatBuffer;

/** Generated pictures for the first looks of a model, the same ones each time. */
enum ProofPicture {
    /** Like a camera at night: almost no contrast, but some, because a graph may divide by it. */
    DARK {
        @Override
        int level(int x, int y, int colour) {
            return slope(x, y);
        }
    },
    MID {
        @Override
        int level(int x, int y, int colour) {
            return 126 + slope(x, y);
        }
    },
    BRIGHT {
        @Override
        int level(int x, int y, int colour) {
            return 252 + slope(x, y);
        }
    },
    /** Each level is a hash of its position. */
    NOISE {
        @Override
        int level(int x, int y, int colour) {
            int hash = (x * 0x9E3779B1) ^ (y * 0x85EBCA6B) ^ (colour * 0xC2B2AE35);
            hash = (hash ^ hash >>> 15) * 0x2C1B3C6D;
            return (hash ^ hash >>> 12) >>> 24;
        }
    },
    /** A grey road with coloured blocks of several sizes on dark wheels, for which a model may propose boxes. */
    SHAPES {
        @Override
        int level(int x, int y, int colour) {
            int lane = 16 << (y / 64 & 3);
            int inLaneX = x % (2 * lane);
            int inLaneY = y % lane;
            if (inLaneX >= lane || inLaneY < lane / 4) {
                return 96;
            }
            boolean wheel = inLaneY > lane * 3 / 4 && inLaneX * 4 / lane != 1 && inLaneX * 4 / lane != 2;
            return wheel ? 20 : 60 + (x / lane * 67 + y / lane * 41 + colour * 83) % 190;
        }
    };

    /** The level, 0 to 255, of red (0), green (1) or blue (2) at a pixel. */
    abstract int level(int x, int y, int colour);

    /** 0 to 3. */
    private static int slope(int x, int y) {
        return (x / 16 + y / 16) % 4;
    }

    /** Fills a tensor of three planes in the model's order. */
    void fill(FloatBuffer tensor, ModelInput input) {
        tensor.clear();
        for (int plane = 0; plane < 3; plane++) {
            int colour = input.colourOrder() == ColourOrder.RGB ? plane : 2 - plane;
            for (int y = 0; y < input.height(); y++) {
                for (int x = 0; x < input.width(); x++) {
                    tensor.put(level(x, y, colour) * input.scale());
                }
            }
        }
        tensor.rewind();
    }
}
