package io.carriageway.sandbox.camera;

import io.carriageway.sandbox.oracle.TestData;
import io.carriageway.sandbox.topic.TopicContract;
import java.time.Duration;

/** Ten city minutes with every trouble in them, in so many frames that each trouble comes often. */
class CameraContractIT extends TopicContract {

    CameraContractIT() {
        super(Camera.of(Duration.ofSeconds(3), TestData.seededTime()));
    }
}
