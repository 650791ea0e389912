package io.carriageway.bench.accuracy.label;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A picture, its vehicles, and the conditions under which it was taken. */
public record LabelledPicture(Path file, Map<String, String> conditions, List<TrueVehicle> truth) {}
