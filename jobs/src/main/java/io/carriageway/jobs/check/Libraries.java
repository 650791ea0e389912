package io.carriageway.jobs.check;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Checks that Flink's lib folder has what the jobs load from there, because their own jar does not contain it. */
public final class Libraries {

    /** A class of each library. */
    private static final Map<String, String> CLASSES = Map.of(
            "the MySQL driver", "com.mysql.cj.jdbc.Driver",
            "ONNX Runtime", "ai.onnxruntime.OrtEnvironment",
            "DJL", "ai.djl.onnxruntime.engine.OrtEngine",
            "libwebp", "com.luciad.imageio.webp.WebPReadParam",
            "H3", "com.uber.h3core.H3Core",
            "Zstandard", "com.github.luben.zstd.Zstd");

    private Libraries() {}

    public static Check check() {
        return Check.of("libraries in Flink's lib", Libraries::require);
    }

    private static void require() {
        var missing = new TreeMap<>(CLASSES);
        missing.values().removeIf(Libraries::isThere);
        if (!missing.isEmpty()) {
            throw new IllegalStateException("missing are %s; run bin/flink-install"
                    .formatted(missing.entrySet().stream()
                            .map(entry -> "%s (%s)".formatted(entry.getKey(), entry.getValue()))
                            .collect(Collectors.joining(", "))));
        }
    }

    private static boolean isThere(String name) {
        try {
            Class.forName(name, false, Libraries.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
