# Atoll: multi-region Coder on AWS, modelled, synthesized and proven.
# Every target calls Maven or the command line; what they do is written there.

MVN      ?= mvn -B -ntp
ATOLL     = java -jar conformance/target/atoll.jar
JAR       = conformance/target/atoll.jar
SOURCES   = $(shell find dsl stacks itest conformance -path '*/src/main/*' -type f) pom.xml $(wildcard */pom.xml)

TOPOLOGY  ?=
CLASSPATH ?=
STATE     ?= s3
LAYOUT    ?= single
RELEASES  ?= auto
BACKEND   ?= process
ONLY      ?=
TIMES     ?= 20
TESTS     ?= .*Test
export ESTATE

topology  = $(if $(TOPOLOGY),--topology $(TOPOLOGY)) $(if $(CLASSPATH),--classpath $(CLASSPATH))
expected  = $(if $(TOPOLOGY),,--expected conformance/expected-verdicts.txt)

.DEFAULT_GOAL := help
.PHONY: help synth apply test twin-repeat conformance bench format clean

help: ## Lists the targets.
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20
	@echo
	@echo '  TOPOLOGY=fully.qualified.Class  another topology than the documents'"'"' own (CLASSPATH=its.jar)'
	@echo '  STATE=local                     synth, apply: keep the state in a file, to try things out'
	@echo '  LAYOUT=layered                  synth, apply: one root for every layer and Region'
	@echo '  RELEASES=command                synth, apply: Helm releases by aws and helm, not by the provider'
	@echo '  BACKEND=docker                  conformance: the emulator in a container'
	@echo '  ONLY=NET-4,NET-5                conformance: only these practices'
	@echo '  TIMES=5 TESTS=NetworkTest       twin-repeat: how often, and which (a pattern of class names)'
	@echo '  ESTATE=folder                   bench: somebody'"'"'s Terraform to audit'

synth: $(JAR) ## Writes the topology as Terraform JSON; terraform apply can follow.
	@$(ATOLL) synth $(topology) --state $(STATE) --layout $(LAYOUT) --releases $(RELEASES)

apply: $(JAR) ## Writes it, then runs terraform init and apply in every root, in order.
	@$(ATOLL) apply $(topology) --state $(STATE) --layout $(LAYOUT) --releases $(RELEASES)

test: ## Builds everything and runs every test.
	$(MVN) verify

twin-repeat: ## Runs the twin's tests TIMES times in a row, and says which failed how often.
	$(MVN) -q -pl itest -am test -Dtest=TwinRepeat -Dsurefire.failIfNoSpecifiedTests=false -Dtwin.times=$(TIMES) '-Dtwin.tests=$(TESTS)'

conformance: $(JAR) ## Proves the documented behaviours end to end, and reports the evidence.
	@$(ATOLL) conformance $(topology) $(expected) --backend $(BACKEND) $(if $(ONLY),--only $(ONLY))

bench: $(JAR) ## Measures, side by side, with medians.
	@conformance/src/bench/bench.sh
	@conformance/src/bench/audit.sh

format: ## Formats the code.
	$(MVN) -q spotless:apply

clean: ## Removes what was built and synthesized. Never touches state.
	$(MVN) -q clean
	@rm -f atoll.tf.json cdktf.out/manifest.json
	@if [ -d cdktf.out/stacks ]; then find cdktf.out/stacks -name cdk.tf.json -delete; fi

$(JAR): $(SOURCES)
	@echo 'Building Atoll, some seconds; the first time Maven fetches what it needs …'
	@$(MVN) -q package -DskipTests
	@touch $@
