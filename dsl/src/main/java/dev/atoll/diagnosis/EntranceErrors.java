package dev.atoll.diagnosis;

import static dev.atoll.diagnosis.Written.bestPractices;
import static dev.atoll.diagnosis.Written.page;

import java.util.List;

/** What goes wrong between a browser and Coder: redirects, names, load balancers. */
final class EntranceErrors {

  private EntranceErrors() {}

  static List<KnownError> all() {
    return List.of(
        KnownError.called("redirect-loop", "CDR-1")
            .reads(
                "ERR_TOO_MANY_REDIRECTS|redirected you too many times"
                    + "|stopped after \\d+ redirects|maximum \\(\\d+\\) redirects followed"
                    + "|redirecting the request for this address in a way that will never complete")
            .markedBy("err_too_many_redirects", "redirected", "redirects", "redirecting")
            .means(
                "TLS ends at the load balancer, Coder sees plain HTTP and redirects to its access"
                    + " URL, which leads to the load balancer again.")
            .fix("Set CODER_REDIRECT_TO_ACCESS_URL=false in every Region.")
            .writtenIn(bestPractices("TLS Termination at NLB")),
        KnownError.called("certificate-name", "SEC-3")
            .reads(
                "x509: certificate is valid for .{1,200}, not \\S+"
                    + "|no alternative certificate subject name matches target host ?name"
                    + "|ERR_CERT_COMMON_NAME_INVALID|SSL_ERROR_BAD_CERT_DOMAIN")
            .markedBy(
                "x509:", "subject", "err_cert_common_name_invalid", "ssl_error_bad_cert_domain")
            .means(
                "The load balancer's certificate does not have the name that was asked. A wildcard"
                    + " covers one label: *.coderdemo.io does not cover"
                    + " dev.us-west-2.coderdemo.io.")
            .fix(
                "Give the Region's certificate every name it serves, *.<region>.<domain> too; atoll"
                    + " validate lists the names that nothing covers.")
            .writtenIn(
                bestPractices("TLS/SSL Certificate Management"),
                page("RFC 6125, 6.4.3", "https://www.rfc-editor.org/rfc/rfc6125#section-6.4.3")),
        KnownError.called("load-balancer-webhook", "HELM-7")
            .reads(
                "failed calling webhook \"[a-z.]*elbv2\\.k8s\\.aws\".{0,300}"
                    + "(no endpoints available|connection refused|deadline exceeded|timeout)")
            .markedBy("webhook")
            .means(
                "A Service was made before the AWS Load Balancer Controller was ready: its webhook"
                    + " is registered, and nobody answers it yet.")
            .fix(
                "Let everything that makes a Service depend on the controller's release, with"
                    + " wait = true there; then apply again.")
            .writtenIn(
                page(
                    "aws-load-balancer-controller, issue 2336",
                    "https://github.com/kubernetes-sigs/aws-load-balancer-controller/issues/2336")),
        KnownError.called("load-balancer-two-groups", "LB-10")
            .reads("expect(ed)? exactly one securityGroup tagged with kubernetes\\.io/cluster/")
            .markedBy("securitygroup")
            .means(
                "The load balancer controller looks for the one security group of a node that"
                    + " carries the cluster's tag, finds two or none, and registers no targets.")
            .fix(
                "Leave the tag kubernetes.io/cluster/NAME on exactly one group per node interface:"
                    + " EKS tags its own, so do not tag a second one.")
            .writtenIn(
                page(
                    "aws-load-balancer-controller, networking_manager.go",
                    "https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/main/pkg/networking/networking_manager.go")));
  }
}
