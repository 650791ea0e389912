package io.carriageway.verify.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.carriageway.city.City;
import io.carriageway.city.CityConfig;
import io.carriageway.event.CameraFrame;
import io.carriageway.schemas.Decoded;
import io.carriageway.schemas.SingleObjectCodec;
import io.carriageway.vision.PictureFault;
import io.carriageway.vision.UnreadablePictureException;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DefectTest {

    /** Pictures that cost decoding time are left to BadFramesIT. */
    private static final EnumSet<PictureFault> ELSEWHERE =
            EnumSet.of(PictureFault.PICTURE_TOO_LARGE, PictureFault.PICTURE_UNDECODABLE);

    @Test
    void theCitysTroubleHasEveryFaultOfAPicture() {
        assertThat(inPicture().map(Defect::reason))
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(ELSEWHERE).stream()
                        .map(PictureFault::text)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("inPicture")
    void aSpoiltPictureIsRefusedForTheReasonThatTheDefectNames(Defect defect) {
        var codec = new SingleObjectCodec<>(CameraFrame.class);
        var city = City.of(CityConfig.defaults().withCameras(1));
        var spoilt = defect.spoil(city.frame(0).frame(), codec);
        var picture = ((Decoded.Value<CameraFrame>) codec.decode(spoilt))
                .value()
                .getImage()
                .array();

        assertThatExceptionOfType(UnreadablePictureException.class)
                .isThrownBy(() -> new BoxesFromBytes().open().detect(picture))
                .satisfies(refused -> assertThat(refused.fault().text()).isEqualTo(defect.reason()));
    }

    private static Stream<Defect> inPicture() {
        return Stream.of(Defect.values()).filter(Defect::inPicture);
    }
}
