# Carriageway: what a developer runs. Needs a JDK, Maven and nothing else; `make help` lists the targets.
MVN := $(if $(wildcard mvnw),./mvnw,mvn) -B -ntp

.PHONY: help preflight unit test format clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

preflight: ## check that this machine can build and run Carriageway
	@bin/preflight $(firstword $(MVN))

unit: ## run the tests that need no server (under 3 minutes)
	$(MVN) test

test: preflight ## run every test, against a real Kafka, MariaDB, S3 and Flink (under 25 minutes)
	$(MVN) verify

format: ## format the Java code as the build wants it
	$(MVN) -q spotless:apply

clean: ## delete what was built
	$(MVN) -q clean
