#!/usr/bin/env bash
# Makes the topics of the jobs that are not there yet; those that are stay as they are. Made by make docs.
set -euo pipefail

create() { # name timestamps
    /opt/kafka/bin/kafka-topics.sh --bootstrap-server kafka:9092 --create --if-not-exists --topic "$1" \
        --partitions "$TOPIC_PARTITIONS" --config "message.timestamp.type=$2"
}

for topic in camera vehicle-telemetry weather accident traffic-count; do
    create "$topic" "$INPUT_TIMESTAMPS"
done
# a detection has the arrival of its frame, by which a replay finds it
for topic in detection; do
    create "$topic" CreateTime
done
# their records have times of old events too, by which the broker would delete them at once
for topic in alert dead-letter; do
    create "$topic" LogAppendTime
done
