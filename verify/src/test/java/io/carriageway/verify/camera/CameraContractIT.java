package io.carriageway.verify.camera;

import io.carriageway.verify.oracle.TestData;
import io.carriageway.verify.topic.TopicContract;
import java.time.Duration;

/** Tests ten minutes of a city, with enough frames for every fault to occur often. */
class CameraContractIT extends TopicContract {

    CameraContractIT() {
        super(Camera.of(Duration.ofSeconds(3), TestData.seededTime()));
    }
}
