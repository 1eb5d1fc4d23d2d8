package dev.atoll.conformance.report;

import static dev.atoll.practice.EvidenceKind.APPLIED;
import static dev.atoll.practice.EvidenceKind.CLUSTER;
import static dev.atoll.practice.EvidenceKind.MODEL;
import static dev.atoll.practice.EvidenceKind.PLAN;
import static dev.atoll.practice.EvidenceKind.TRAFFIC;

import dev.atoll.facts.Origin;
import dev.atoll.facts.Source;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A report as a run of the documents' deployment could leave it, failures included. */
final class SampleReport {

  private static final Instant STARTED = Instant.parse("2026-03-01T01:30:00Z");

  private final Map<String, About> rows = new TreeMap<>();
  private final EvidenceLog log;

  private SampleReport(List<Practice> catalogue) {
    log = new EvidenceLog(catalogue);
    catalogue.forEach(practice -> rows.put(practice.about().id(), practice.about()));
  }

  /** A run in which everything that was tried holds. */
  static Report calm() {
    SampleReport sample = new SampleReport(Rows.all());
    sample.holds();
    sample.pass("NET-4", APPLIED, "looked at 2 peerings, 4 security groups", 210);
    return sample.report();
  }

  /** A run with a bit of everything. */
  static Report mixed() {
    SampleReport sample = new SampleReport(Rows.all());
    sample.holds();
    sample.breaks();
    return sample.report();
  }

  private Report report() {
    log.backend(
        new Backend(
            "Terraform", "plans and applies", "1.11.4", Backend.Nature.REAL, "found on the PATH"));
    log.backend(
        new Backend(
            "hashicorp/aws",
            "Terraform provider",
            "5.100.0",
            Backend.Nature.REAL,
            "found in a filesystem mirror"));
    log.backend(
        new Backend(
            "LocalStack",
            "AWS APIs, as a process",
            "4.13.1",
            Backend.Nature.EMULATOR,
            "Docker does not answer, so from PyPI"));
    log.backend(
        new Backend(
            "load balancer controller",
            "makes NLBs from a Service's annotations",
            "0.1.0",
            Backend.Nature.STAND_IN,
            "no pods run here"));
    log.notice("The licence for high availability is declared as pending: asked for, not granted.");
    log.notice("Losing us-east-2 loses the database, and Coder in every region with it (AUR-7).");
    return log.report("coderdemo", STARTED, Duration.ofSeconds(94));
  }

  private void holds() {
    pass("NET-1", MODEL, "looked at 2 VPCs", 3);
    pass("NET-2", APPLIED, "looked at 1 peering", 120);
    pass("NET-2", PLAN, "looked at 1 peering", 4);
    pass("NET-3", APPLIED, "looked at 8 route tables", 145);
    pass("NET-5", PLAN, "looked at 7 broken pieces, 21 pairs, 35 triples", 61);
    notRun("NET-5", TRAFFIC, "no network between regions that can be cut exists yet");
    pass("SEC-5", PLAN, "looked at 1 backend", 2);
    pass("SEC-5", APPLIED, "looked at 1 bucket, 1 state", 88);
    standIn("LB-1", CLUSTER, "looked at 2 Services", 340, "load balancer controller");
    standIn("LB-2", CLUSTER, "looked at 2 Services", 12, "load balancer controller");
    notRun("LB-2", TRAFFIC, "no network between regions that can be cut exists yet");
    add(
        "HELM-3",
        PLAN,
        Judgement.notRun("the provider hashicorp/helm 3.1.1 is in no mirror and out of reach"),
        0);
    add("AUR-8", PLAN, Judgement.notApplicable("IAM database authentication is not chosen"), 1);
    add(
        "AUR-5",
        PLAN,
        Judgement.unknown("aws_security_group_rule.postgres: cidr_blocks is known after apply"),
        2);
  }

  private void breaks() {
    fail(
        "NET-4",
        APPLIED,
        230,
        finding(
            "NET-4",
            "sg-0a1f (coderdemo-usw2-node) admits TCP 8080 from 0.0.0.0/0; the peer is only"
                + " 10.0.0.0/16",
            "Replace 0.0.0.0/0 by the peer's VPC CIDR 10.0.0.0/16 in aws_vpc_security_group_ingress"
                + "_rule.usw2_replicas.",
            List.of(
                "node of coderdemo-use2 at 10.0.3.17 sends TCP to 10.1.3.9:8080",
                "route table rtb-11 of subnet-4: 10.1.0.0/16 through pcx-7f: reachable",
                "sg-0a1f ingress rule sgr-9c: TCP 8080 from 0.0.0.0/0: admits this, and everybody"
                    + " else"),
            new Source(Origin.APPLIED, "sg-0a1f in us-west-2"),
            new Source(Origin.STATE, "aws_vpc_security_group_ingress_rule.usw2_replicas (state)")),
        finding(
            "NET-4",
            "sg-77c2 (coderdemo-use2-node) admits nothing on TCP 8080 from 10.1.0.0/16",
            "Add an ingress rule for TCP 8080 from 10.1.0.0/16 to sg-77c2.",
            List.of(),
            new Source(Origin.APPLIED, "sg-77c2 in us-east-2")));
    fail(
        "DNS-5",
        APPLIED,
        90,
        finding(
            "DNS-5",
            "The health check of us-west-2 asks coderdemo.io, which every region answers",
            "Point it at the name of that region's own load balancer.",
            List.of(),
            new Source(Origin.APPLIED, "arn:aws:route53:::healthcheck/5f0d8a51-aaaa")));
    fail(
        "NET-6b",
        MODEL,
        1,
        finding(
            "NET-6b",
            "us-east-2 and us-west-2 are 34 ms apart; Coder wants at most 10 ms",
            "Keep replicas in one region and serve Oregon through a workspace proxy.",
            List.of(),
            new Source(Origin.TOPOLOGY, "region(US_WEST_2, …) at CoderDemo.java:42")));
  }

  private Finding finding(String id, String what, String fix, List<String> path, Source... where) {
    return new Finding(rows.get(id), what, List.of(where), fix, path);
  }

  private void pass(String id, EvidenceKind kind, String detail, long millis) {
    add(id, kind, new Judgement(Verdict.PASS, detail, List.of()), millis);
  }

  private void notRun(String id, EvidenceKind kind, String missing) {
    log.add(Evidence.notRun(id, kind, missing));
  }

  private void standIn(String id, EvidenceKind kind, String detail, long millis, String name) {
    log.add(
        new Evidence(
            id,
            kind,
            Verdict.PASS,
            Optional.of(name),
            detail,
            List.of(),
            Duration.ofMillis(millis)));
  }

  private void fail(String id, EvidenceKind kind, long millis, Finding... findings) {
    List<Finding> all = new ArrayList<>(List.of(findings));
    add(id, kind, new Judgement(Verdict.FAIL, all.get(0).what(), all), millis);
  }

  private void add(String id, EvidenceKind kind, Judgement judgement, long millis) {
    log.add(Evidence.of(id, kind, judgement, Duration.ofMillis(millis)));
  }
}
