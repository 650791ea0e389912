/** What a model is (its card and its file) and what its numbers mean (layouts, suppression); knows no runtime. */
package io.carriageway.vision.model;
