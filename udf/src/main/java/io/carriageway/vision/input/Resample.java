package io.carriageway.vision.input;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The filter that scales a picture to its size on a model's canvas. */
public enum Resample {
    /**
     * Mean of the four nearest pixels, weighted by distance. If it shrinks a picture more than twofold, some pixels are
     * not read at all, and small vehicles may be lost.
     */
    @JsonProperty("bilinear")
    BILINEAR {
        @Override
        Resampler resampler(int canvasWidth, float scale) {
            return new BilinearResampler(canvasWidth, scale);
        }
    },
    /**
     * Mean of the area that a canvas pixel covers, as OpenCV's INTER_AREA does for shrinking. Enlarging is bilinear,
     * unlike OpenCV's.
     */
    @JsonProperty("area")
    AREA {
        @Override
        Resampler resampler(int canvasWidth, float scale) {
            return new AreaResampler(canvasWidth, scale);
        }
    };

    /** A resampler, which is not thread-safe. It multiplies samples of 0-255 by the scale. */
    abstract Resampler resampler(int canvasWidth, float scale);
}
