# Carriageway: what a developer runs. Needs a JDK, Maven and nothing else; `make help` lists the targets.
MVN := $(if $(wildcard mvnw),./mvnw,mvn) -B -ntp

JAVA := $(if $(JAVA_HOME),$(JAVA_HOME)/bin/,)java
# C1 only: on a short run, optimising the start of four servers costs more than it saves
DEMO_JVM := -Xmx1200m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Djava.awt.headless=true \
	--add-opens=java.base/java.util=ALL-UNNAMED --add-opens=java.base/java.lang=ALL-UNNAMED
# the demo runs from class folders, so no jar has to be built first
DEMO_CLASSES := sandbox/target/classes:jobs/target/classes:city/target/classes:udf/target/classes:schemas/target/classes

# a replay can run for an hour, so all compilers are on
REPLAY_JVM := -Xmx$(or $(MEMORY),3g) -Djava.awt.headless=true \
	--add-opens=java.base/java.util=ALL-UNNAMED --add-opens=java.base/java.lang=ALL-UNNAMED

# make accuracy: its variables become options; IMAGES and LABELS default to frames that were not used in training
BENCH_JVM := -Xmx1200m -XX:+UseSerialGC -Djava.awt.headless=true
# make roads keeps a city's file and its graph in memory at once
ROADS_JVM := -Xmx$(or $(MEMORY),3g) -Djava.awt.headless=true
BENCH_CLASSES := bench/target/classes:jobs/target/classes:city/target/classes:udf/target/classes:schemas/target/classes
BENCH := $(JAVA) $(BENCH_JVM) -cp "$(BENCH_CLASSES):$$(cat bench/target/classpath)"
# any: all weather; withheld: rain in haze, which no training frame shows
WEATHER ?= any
HELD_OUT := bench/target/held-out-$(WEATHER)
HELD_OUT_FRAMES := --cameras random --seed 7000 --count 1000 --weather $(WEATHER)
option = $(if $($(2)),--$(1) "$($(2))")

# the proofs use the same servers as the demo
VERIFY_CLASSPATH = verify/target/classes:$(DEMO_CLASSES):$$(cat verify/target/classpath)

EVENTS_CLASSES := bench/target/classes:sandbox/target/classes:$(BENCH_CLASSES)

# the servers beside a cluster of processes
CLUSTER_JVM := -Xmx1g -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Djava.awt.headless=true \
	--add-opens=java.base/java.util=ALL-UNNAMED --add-opens=java.base/java.lang=ALL-UNNAMED
CLUSTER_CLASSPATH = $(DEMO_CLASSES):$$(cat sandbox/target/classpath)

.PHONY: help preflight demo cluster cluster-down check submit secrets stop flink-install dist replay parity chaos chaos-mini poison \
	many-hours savepoints daily roads accuracy card bench up down unit test coverage docs docs-check prose-check duplicates format clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' Makefile

preflight: ## check that this machine can build and run Carriageway
	@bin/preflight $(firstword $(MVN))

demo: preflight ## run all jobs on a simulated city until Ctrl-C [DEMO_SECONDS=n]
	@echo "Building..."
	@$(MVN) -q test-compile -Dmaven.test.skip=true -Dspotless.check.skip=true
	@$(JAVA) $(DEMO_JVM) -Dlog.file=sandbox/target/demo.log -Dterminal.log.level=OFF \
		-cp "$(DEMO_CLASSES):$$(cat sandbox/target/classpath)" io.carriageway.sandbox.demo.Demo

cluster: preflight ## start Flink as processes, with Kafka, a database and S3 [SECURE=1 with TLS, logins and rights] [FLINK_HOME=... for your own Flink]
	@echo "Building..."
	@$(MVN) -q package -Dmaven.test.skip=true -Dspotless.check.skip=true -pl jobs,cluster -am
	@$(MVN) -q test-compile -Dmaven.test.skip=true -Dspotless.check.skip=true -pl sandbox -am
	@bin/flink-install cluster/target/install cluster/target/flink > cluster/target/install.log
	@bin/cluster up $(JAVA) $(CLUSTER_JVM) -Dlog.file=sandbox/target/cluster.log -Dterminal.log.level=OFF \
		-cp "$(CLUSTER_CLASSPATH)" io.carriageway.sandbox.cluster.Cluster

cluster-down: ## stop the processes of make cluster, and delete their data
	@bin/cluster down

submit: ## submit a job to the cluster, from its newest savepoint or checkpoint: JOB=camera [FRESH=1] [PARALLELISM=n] [ARGS=...]
	@bin/submit "$(JOB)" --config "$(or $(CONFIG),sandbox/target/cluster/$(JOB).properties)" \
		$(if $(filter 1,$(FRESH)),--fresh) $(if $(PARALLELISM),-p $(PARALLELISM)) $(ARGS)

check: ## check a job's options, stores, rights and libraries, and submit nothing: JOB=camera [PARALLELISM=n] [CONFIG=...] [ARGS=...]
	@bin/check --job "$(JOB)" --config "$(or $(CONFIG),sandbox/target/cluster/$(JOB).properties)" \
		$(if $(PARALLELISM),-p $(PARALLELISM)) $(ARGS)

secrets: ## search the running cluster of SECURE=1 for its secrets: answers, logs, arguments, Kafka, S3, ZooKeeper
	@$(MVN) -q test-compile -Dmaven.test.skip=true -Dspotless.check.skip=true -pl verify -am
	@$(JAVA) -Dlog.file=verify/target/secrets.log -Dterminal.log.level=OFF -cp "$(VERIFY_CLASSPATH)" \
		io.carriageway.verify.secure.ClusterSecrets

stop: ## stop a job on the cluster with a savepoint: JOB=camera
	@bin/stop "$(JOB)"

flink-install: preflight ## install libraries and settings of the jobs in Flink 2.2 or 2.3: FLINK_HOME=... [DRY_RUN=1]
	@[ -n "$(FLINK_HOME)" ] || { echo "make flink-install needs the folder of your Flink: FLINK_HOME=/opt/flink" >&2; exit 1; }
	@$(MVN) -q process-resources -pl cluster
	@bin/flink-install $(if $(DRY_RUN),-n) cluster/target/install "$(FLINK_HOME)"

dist: preflight ## build dist/target/carriageway-<version>.tar.gz, which needs Java and a Flink, but no Maven (docs/distribution.md)
	@echo "Building..."
	@rm -rf dist/target
	@$(MVN) -q package -Pdist -Dmaven.test.skip=true -Dspotless.check.skip=true -pl dist -am
	@bin/jar-contents jobs/target/carriageway-jobs.jar
	@ls -l dist/target/*.tar.gz && sha256sum dist/target/*.tar.gz

replay: preflight ## recompute the rows of a time range: JOB=weather FROM=2026-07-01T00:00:00Z TO=... CONFIG=weather.properties [ARGS=...]
	@echo "Building..."
	@$(MVN) -q test-compile -Dmaven.test.skip=true -Dspotless.check.skip=true
	@$(JAVA) $(REPLAY_JVM) -Dlog.file=sandbox/target/replay.log -Dterminal.log.level=WARN \
		-cp "$(DEMO_CLASSES):$$(cat sandbox/target/classpath)" io.carriageway.sandbox.LocalRun \
		"$(JOB)" $(call option,config,CONFIG) --from "$(FROM)" --to "$(TO)" $(ARGS)

parity: preflight ## prove that streaming and every replay give the same numbers [SEED=11 MINUTES=60]
	@echo "Building..."
	@$(MVN) -q test-compile -Dmaven.test.skip=true -Dspotless.check.skip=true -pl verify -am
	@$(JAVA) $(REPLAY_JVM) -Dlog.file=verify/target/parity.log -Dterminal.log.level=OFF \
		-cp "$(VERIFY_CLASSPATH)" \
		io.carriageway.verify.parity.Parity --seed "$(or $(SEED),11)" --minutes "$(or $(MINUTES),60)"

chaos: preflight ## inject random faults into a cluster and check that no event is lost or doubled [SEED=1 MINUTES=15]
	@echo "Building..."
	@$(MVN) -q package -Dmaven.test.skip=true -Dspotless.check.skip=true -pl jobs,cluster -am
	@$(MVN) -q test-compile -Dmaven.test.skip=true -Dspotless.check.skip=true -pl verify -am
	@bin/flink-install cluster/target/install cluster/target/flink > cluster/target/install.log
	@$(JAVA) $(CLUSTER_JVM) -Dlog.file=verify/target/chaos.log -Dterminal.log.level=OFF \
		-cp "$(VERIFY_CLASSPATH)" \
		io.carriageway.verify.chaos.Chaos --seed "$(or $(SEED),1)" --minutes "$(or $(MINUTES),15)"

chaos-mini: preflight ## inject random faults into jobs in one JVM and check their rows [SEEDS=50, or SEED=7 for one run]
	@echo "Building..."
	@$(MVN) -q test-compile -Dmaven.test.skip=true -Dspotless.check.skip=true -pl verify -am
	@$(JAVA) $(REPLAY_JVM) -Dlog.file=verify/target/chaos-mini.log -Dterminal.log.level=OFF \
		-cp "$(VERIFY_CLASSPATH)" \
		io.carriageway.verify.chaos.mini.ChaosMini $(if $(SEED),--seed "$(SEED)",--seeds "$(or $(SEEDS),50)")

poison: preflight ## send every kind of bad record to the running jobs and print each verdict (under 5 minutes)
	@echo "Building..."
	@$(MVN) -q test-compile -Dmaven.test.skip=true -Dspotless.check.skip=true -pl verify -am
	@$(JAVA) $(REPLAY_JVM) -Dlog.file=verify/target/poison.log -Dterminal.log.level=OFF \
		-cp "$(VERIFY_CLASSPATH)" \
		io.carriageway.verify.poison.Poison

many-hours: preflight ## measure the lake sink with rows of many hours [HOURS=6000 ROWS=60000 OPEN_FILES=32 WAYS='IN_ORDER;SHUFFLED']
	@echo "Building..."
	@$(MVN) -q test-compile -Dmaven.test.skip=true -Dspotless.check.skip=true -pl verify -am
	@$(JAVA) $(REPLAY_JVM) -XX:+UseSerialGC -Dlog.file=verify/target/many-hours.log -Dterminal.log.level=OFF \
		-cp "$(VERIFY_CLASSPATH)" \
		io.carriageway.verify.ManyHours $(call option,hours,HOURS) $(call option,rows,ROWS) \
		$(call option,open-files,OPEN_FILES) $(call option,ways,WAYS)

savepoints: preflight ## recreate the savepoints that tests restore (docs/upgrades.md)
	@echo "Building..."
	@$(MVN) -q test-compile -Dmaven.test.skip=true -Dspotless.check.skip=true -pl verify -am
	@$(JAVA) $(REPLAY_JVM) -Dlog.file=verify/target/savepoints.log -Dterminal.log.level=OFF \
		-cp "$(VERIFY_CLASSPATH)" io.carriageway.verify.upgrade.Savepoints verify/src/test/resources/savepoints

daily: preflight ## merge files, correct and clean up a day that is over: DATE=2026-07-01 CONFIG=daily.properties [ARGS=...]
	@echo "Building..."
	@$(MVN) -q test-compile -Dmaven.test.skip=true -Dspotless.check.skip=true
	@FLINK_PLUGINS_DIR=sandbox/target/plugins $(JAVA) $(REPLAY_JVM) -Dlog.file=sandbox/target/daily.log \
		-Dterminal.log.level=WARN -cp "$(DEMO_CLASSES):$$(cat sandbox/target/classpath)" \
		io.carriageway.jobs.daily.Daily $(call option,date,DATE) $(call option,config,CONFIG) $(ARGS)

roads: preflight ## check a file of roads, without a job: FILE=x.osm.pbf [POINTS=x.csv OUT=dir NEAR=lat,lon STRICT=1 SPEEDS=DE]
	@[ -n "$(FILE)" ] || { echo "make roads needs FILE=..., a file of roads (docs/roads.md)" >&2; exit 1; }
	@echo "Building..."
	@$(MVN) -q test-compile -Dmaven.test.skip=true -Dspotless.check.skip=true -pl sandbox -am
	@FLINK_PLUGINS_DIR=sandbox/target/plugins $(JAVA) $(ROADS_JVM) -Dlog.file=sandbox/target/roads.log \
		-Dterminal.log.level=WARN -cp "$(DEMO_CLASSES):$$(cat sandbox/target/classpath)" \
		io.carriageway.jobs.roads.Roads --network "$(FILE)" $(call option,points,POINTS) $(call option,out,OUT) \
		$(call option,network.near,NEAR) $(if $(STRICT),--network.strict true) $(call option,network.speeds,SPEEDS) \
		$(call option,network.classes,CLASSES) $(ARGS)

accuracy: preflight ## measure a model's accuracy [MODEL=x.onnx IMAGES=dir LABELS=dir]; default: ours on 1,000 held-out frames
	@echo "Building..."
	@$(MVN) -q test-compile -Dmaven.test.skip=true -Dspotless.check.skip=true -pl bench -am
ifndef IMAGES
	@[ -d $(HELD_OUT) ] || { echo "Rendering 1,000 held-out frames..." && rm -rf $(HELD_OUT).part && \
		$(BENCH) io.carriageway.city.training.TrainingFrames --out $(HELD_OUT).part $(HELD_OUT_FRAMES) && \
		mv $(HELD_OUT).part $(HELD_OUT); }
endif
	@$(BENCH) io.carriageway.bench.accuracy.Accuracy $(call option,model,MODEL) $(call option,card,CARD) $(call option,resample,RESAMPLE) \
		--images "$(or $(IMAGES),$(HELD_OUT)/images)" $(if $(IMAGES),$(call option,labels,LABELS),--labels $(HELD_OUT)/labels) \
		$(call option,aliases,ALIASES) $(call option,out,OUT)

card: preflight ## write the card of a model: MODEL=x.onnx [CLASSES="car,bus" or coco] [ALIASES="van=truck"] [SIZE=640x384] [OUT=x.json]
	@[ -n "$(MODEL)" ] || { echo "make card needs the model's file: MODEL=x.onnx" >&2; exit 1; }
	@echo "Building..."
	@$(MVN) -q test-compile -Dmaven.test.skip=true -Dspotless.check.skip=true -pl bench -am
	@$(BENCH) io.carriageway.bench.card.MakeCard $(call option,model,MODEL) $(call option,out,OUT) \
		$(call option,size,SIZE) $(call option,classes,CLASSES) $(call option,aliases,ALIASES)

bench: preflight ## measure the cost per event, live and in replays [EVENTS=5000000]
	@echo "Building..."
	@$(MVN) -q test-compile -Dmaven.test.skip=true -Dspotless.check.skip=true -pl bench -am
	@$(JAVA) $(REPLAY_JVM) -Dlog.file=bench/target/replay.log -Dterminal.log.level=OFF \
		-cp "$(EVENTS_CLASSES):$$(cat bench/target/classpath)" io.carriageway.bench.replay.ReplayBench \
		$(call option,events,EVENTS) $(call option,seed,SEED) $(call option,ways,WAYS)

up: ## start Kafka, MySQL, S3 and Flink in Docker, on a server (docs/docker.md)
	@docker compose version > /dev/null 2>&1 || \
		{ echo "make up needs Docker with its Compose plugin: 'docker compose version' fails here" >&2; exit 1; }
	@[ -f .env ] || { echo "make up needs a file .env: copy .env.example to .env and set the secrets" >&2; exit 1; }
	@echo "Building..."
	@$(MVN) -q package -Dmaven.test.skip=true -Dspotless.check.skip=true -pl jobs,cluster -am
	@docker compose up --build --detach

down: ## stop the containers of make up; their data stays in Docker's volumes
	@docker compose version > /dev/null 2>&1 || \
		{ echo "make down needs Docker with its Compose plugin: 'docker compose version' fails here" >&2; exit 1; }
	@docker compose down

unit: ## run the tests that need no server (under 3 minutes)
	$(MVN) test

test: preflight ## run every test, against a real Kafka, MariaDB, S3 and Flink (under 25 minutes)
	$(MVN) verify

coverage: preflight ## run every test and print the lines and branches they reach, by module [UNIT=1 for make unit's tests]
	@rm -f */target/jacoco.exec
	$(MVN) -Pcoverage verify $(if $(UNIT),-DskipITs)
	@bin/coverage coverage/target/site/jacoco-aggregate/jacoco.csv

duplicates: preflight ## list and count duplicated code of 60 tokens or more, main and tests separately
	@$(MVN) -q pmd:aggregate-cpd
	@bin/duplicates target/cpd.xml

docs: ## generate files from declarations: rows of events, option pages, data dictionary, SQL [RECORD=x for a new topic]
	@$(MVN) -q test-compile -Dspotless.check.skip=true -pl schemas
	@$(JAVA) -cp schemas/target/test-classes io.carriageway.schemas.RowSchemas schemas/src/main/avro $(RECORD)
	@$(MVN) -q process-test-classes -Dspotless.check.skip=true -pl sandbox -am
	@$(JAVA) -cp "jobs/target/test-classes:$(DEMO_CLASSES):$$(cat sandbox/target/classpath)" \
		io.carriageway.jobs.generated.GeneratedFiles .

docs-check: preflight ## run the commands of the pages in a fresh clone, check links and file names [LIST=1] [PAGES=...]
	@bin/docs-check $(if $(LIST),--list) $(PAGES)

prose-check: ## find phrases that are hard to read in pages, comments and messages
	@bin/prose-check

format: ## format the Java code as the build requires
	$(MVN) -q spotless:apply

clean: ## delete all build output
	$(MVN) -q clean
