package io.carriageway.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaCompatibilityTest {

    static List<Schema> contract() {
        return Samples.all().stream().map(SpecificRecordBase::getSchema).toList();
    }

    @ParameterizedTest
    @MethodSource("contract")
    void theCurrentSchemaIsTheNewestPublishedVersion(Schema current) {
        var published = SchemaHistory.of(current.getName());
        assertThat(published)
                .as("publish a changed %s as the next avro-history/%s/N.avsc", current.getName(), current.getName())
                .isNotEmpty();
        assertThat(SchemaNormalization.parsingFingerprint64(published.get(published.size() - 1)))
                .as("publish a changed %s as the next avro-history/%s/N.avsc", current.getName(), current.getName())
                .isEqualTo(SchemaNormalization.parsingFingerprint64(current));
    }

    @ParameterizedTest
    @MethodSource("contract")
    void everyPublishedVersionReadsItselfAndAllBeforeIt(Schema current) {
        var published = SchemaHistory.of(current.getName());
        for (int version = 0; version < published.size(); version++) {
            for (Schema writer : published.subList(0, version + 1)) {
                assertThat(compatibility(published.get(version), writer)).isEqualTo(SchemaCompatibilityType.COMPATIBLE);
            }
        }
    }

    /** A required field may become optional: consumers that read an older version must be upgraded first. */
    @Test
    void onlyTheSecondVersionsOfReportsAndObservationsAreUnreadableToTheFirst() {
        assertThat(contract())
                .filteredOn(current -> !isReadByAllBeforeIt(current))
                .extracting(Schema::getName)
                .containsExactlyInAnyOrder("VehicleTelemetry", "WeatherObservation");
    }

    private static boolean isReadByAllBeforeIt(Schema current) {
        return SchemaHistory.of(current.getName()).stream()
                .allMatch(reader -> compatibility(reader, current) == SchemaCompatibilityType.COMPATIBLE);
    }

    @ParameterizedTest
    @MethodSource("contract")
    void aFieldWithoutADefaultWouldBeRefused(Schema current) {
        var grown =
                current.toString().replaceFirst("\"fields\":\\[", "\"fields\":[{\"name\":\"added\",\"type\":\"int\"},");
        assertThat(compatibility(new Schema.Parser().parse(grown), current))
                .isEqualTo(SchemaCompatibilityType.INCOMPATIBLE);
    }

    @ParameterizedTest
    @MethodSource("contract")
    void everyFieldIsDocumented(Schema schema) {
        assertThat(schema.getDoc()).isNotBlank();
        assertThat(schema.getFields()).allSatisfy(field -> assertThat(field.doc())
                .as("%s.%s", schema.getName(), field.name())
                .isNotBlank());
    }

    @Test
    void everyRecordOfTheContractHasASample() {
        assertThat(contract())
                .extracting(Schema::getFullName)
                .containsExactlyInAnyOrderElementsOf(
                        Samples.contract().map(Schema::getFullName).toList());
    }

    private static SchemaCompatibilityType compatibility(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getType();
    }
}
