package io.carriageway.vision.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Writes and reads model cards. Reading is strict: a key that is missing, unknown, duplicate or of another type is an
 * error, never a default.
 */
public final class ModelCardFile {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private ModelCardFile() {}

    /** The card as JSON, as in the file beside the model. */
    public static String text(ModelCard card) {
        try {
            return STRICT.writerWithDefaultPrettyPrinter().writeValueAsString(card);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A card is records, texts and numbers alone", impossible);
        }
    }

    static ModelCard parse(byte[] json, String location) throws IOException {
        try {
            ModelCard card = STRICT.readValue(json, ModelCard.class);
            if (card == null) {
                throw new ModelException("The model card " + location + " is null");
            }
            return card;
        } catch (ValueInstantiationException invalid) {
            throw wrong(location, invalid.getCause().getMessage(), invalid);
        } catch (JsonMappingException mistyped) {
            throw wrong(location, place(mistyped) + mistyped.getOriginalMessage(), mistyped);
        } catch (JsonProcessingException noJson) {
            throw wrong(location, noJson.getOriginalMessage(), noJson);
        }
    }

    /** The key at which reading failed, if it is known; the parser's messages name only types. */
    private static String place(JsonMappingException mistyped) {
        return mistyped.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(Objects::nonNull)
                .map(key -> key + ": ")
                .collect(Collectors.joining());
    }

    private static ModelException wrong(String location, String what, Exception cause) {
        return new ModelException("The model card " + location + " is wrong: " + what + ". Correct it there.", cause);
    }
}
