package io.carriageway.vision.model;

/** A model that is serialized with the job. */
record CarriedModel(String location, ModelCard card, byte[] bytes) implements ModelSource {}
