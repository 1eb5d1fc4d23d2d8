package dev.atoll.practice.loadbalancer;

import static dev.atoll.practice.Citation.bestPractices;
import static dev.atoll.practice.Citation.page;

import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Subject;

/** The row that helps to choose between a Network and an Application Load Balancer. */
final class ChoiceOfLoadBalancer {

  private ChoiceOfLoadBalancer() {}

  static About cost() {
    return About.promise(
            "LB-6", "The monthly cost of NLB and ALB for a given traffic, all parts in the sum")
        .subject(Subject.CODER)
        .from(
            bestPractices("Why This Approach, 5. Cost Efficiency"),
            page(
                "Elastic Load Balancing pricing",
                "https://aws.amazon.com/elasticloadbalancing/pricing/"),
            page(
                "Amazon VPC pricing, public IPv4 addresses", "https://aws.amazon.com/vpc/pricing/"))
        .corrects(
            "NLB $0.006 per GB, ALB $0.008 per GB and charges per rule.",
            "Both prices are per capacity unit and hour (NLCU, LCU), and the largest dimension"
                + " counts. A TCP unit is 800 new connections a second, 100,000 active or 1 GB an"
                + " hour; a TLS unit only 50 new and 3,000 active. Public IPv4 addresses and"
                + " traffic between zones cost too.")
        .because(
            "A deployment with many idle terminals over TLS pays for connections and not for"
                + " gigabytes. A sum by the gigabyte is far too low, and the surprise comes with"
                + " the bill.")
        .fix(
            "Give connections per second, active connections and GB per hour. Take the largest"
                + " dimension per hour, add load balancer hours, public IPv4 addresses and"
                + " cross-zone traffic.")
        .wants(EvidenceKind.MODEL);
  }
}
