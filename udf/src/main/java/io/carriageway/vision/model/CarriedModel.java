package io.carriageway.vision.model;

/** A model that travels with the job. */
record CarriedModel(String location, ModelCard card, byte[] bytes) implements ModelSource {}
