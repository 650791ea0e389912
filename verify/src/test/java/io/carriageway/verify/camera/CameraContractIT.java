package io.carriageway.verify.camera;

import io.carriageway.verify.oracle.TestData;
import io.carriageway.verify.topic.TopicContract;
import java.time.Duration;

/** Ten city minutes with every trouble in them, in so many frames that each trouble comes often. */
class CameraContractIT extends TopicContract {

    CameraContractIT() {
        super(Camera.of(Duration.ofSeconds(3), TestData.seededTime()));
    }
}
