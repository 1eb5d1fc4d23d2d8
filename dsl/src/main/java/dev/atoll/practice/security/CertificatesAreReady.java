package dev.atoll.practice.security;

import static dev.atoll.practice.Citation.bestPractices;
import static dev.atoll.practice.Citation.page;

import dev.atoll.analysis.names.DomainName;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Source;
import dev.atoll.facts.Truth;
import dev.atoll.facts.coder.CoderUrl;
import dev.atoll.facts.configuration.Expression;
import dev.atoll.facts.model.ServedName;
import dev.atoll.facts.tls.Certificate;
import dev.atoll.facts.tls.Certificate.Status;
import dev.atoll.facts.tls.CertificateLookup;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * SEC-1. What is looked up is judged by how it is looked up; what is made here, by who waits for
 * it.
 */
public final class CertificatesAreReady implements Practice {

  private static final About ABOUT =
      About.practice(
              "SEC-1",
              "Certificates are looked up as ISSUED and most recent, or used once validated")
          .from(
              bestPractices("TLS/SSL Certificate Management"),
              page(
                  "Terraform provider aws, data source aws_acm_certificate",
                  "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/acm_certificate"))
          .because(
              "With a certificate that is pending or gone the controller makes a load balancer"
                  + " without a listener: it costs money, the Service gets no address, and"
                  + " CreateListener fails over and over. Two matches without most_recent stop the"
                  + " plan.")
          .fix(
              "From another root: aws_acm_certificate with statuses [\"ISSUED\"], most_recent true"
                  + " and the domain trimmed from the access URL. In the same root:"
                  + " aws_acm_certificate_validation's certificate_arn.")
          .wants(EvidenceKind.PLAN);

  @Override
  public About about() {
    return ABOUT;
  }

  /** What stands in a module is told apart by the module's folder: {@code dns:aws_…}. */
  private static final Pattern USES_NOTHING =
      Pattern.compile("(?:[^\\[\":]*:)?(?:aws_acm_certificate_validation|output)\\..*");

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    facts.all(CertificateLookup.class).stream().forEach(lookup -> judge(inspection, lookup, facts));
    // Code that was not read may wait for it.
    Truth elsewhere = facts.all(Certificate.class).gap().map(Truth::open).orElse(Truth.NO);
    for (Certificate made : facts.all(Certificate.class).facts()) {
      inspection
          .look("certificate")
          .require(
              made.status().is(Status.ISSUED::equals).or(elsewhere),
              "nothing waits until %s is issued".formatted(made.ref()),
              made.source());
      facts.all(Expression.class).stream()
          .filter(written -> isPremature(written, made))
          .forEach(
              written ->
                  inspection.violation(
                      "%s of %s uses %s before it is validated"
                          .formatted(written.argument(), written.ref(), made.ref()),
                      written.source()));
    }
    return inspection.judgement("no certificate is made or looked up");
  }

  private static void judge(Inspection inspection, CertificateLookup lookup, Facts facts) {
    Source at = lookup.source();
    inspection
        .look("lookup")
        .require(
            lookup.statuses().is(Set.of("ISSUED")::equals),
            "%s takes certificates that are %s, not ISSUED alone"
                .formatted(lookup.ref(), lookup.statuses().show()),
            at)
        .require(
            lookup.mostRecent().is(Boolean::booleanValue),
            "%s does not take the most recent of several".formatted(lookup.ref()),
            at)
        .require(
            lookup.domain().is(domain -> !domain.contains("/") && !domain.contains(":")),
            "%s looks for \"%s\", which is a URL and no domain"
                .formatted(lookup.ref(), lookup.domain().show()),
            at);
    trimmed(inspection, lookup, facts.intended().orElse(facts));
    facts.all(Certificate.class).stream()
        .filter(made -> isSame(lookup, made))
        .filter(made -> !lookup.after().contains(made.ref()))
        .filter(made -> made.source().folder().equals(at.folder()))
        .forEach(
            made ->
                inspection.violation(
                    "%s looks for %s, which this root makes, and does not wait for its validation"
                        .formatted(lookup.ref(), made.ref()),
                    at));
  }

  /** LiteLLM has a name, and may have a certificate, of its own. */
  private static void trimmed(Inspection inspection, CertificateLookup lookup, Facts topology) {
    List<CoderUrl> urls = topology.all(CoderUrl.class).facts();
    if (urls.isEmpty()) {
      return;
    }
    Truth isHost =
        lookup
            .domain()
            .fold(
                domain ->
                    Truth.any(urls.stream(), url -> url.host().is(host -> same(host, domain)))
                        .or(Truth.of(isOfLiteLlm(topology, domain))),
                Truth::open);
    inspection.require(
        isHost,
        "%s looks for %s; the access URL's host is %s"
            .formatted(lookup.ref(), lookup.domain().show(), urls.get(0).host().show()),
        lookup.source());
  }

  private static boolean isOfLiteLlm(Facts topology, String domain) {
    return topology.all(ServedName.class).stream()
        .filter(name -> name.owner() == ServedName.Owner.LITELLM)
        .anyMatch(name -> same(name.name(), domain));
  }

  private static boolean same(String one, String other) {
    return new DomainName(one).equals(new DomainName(other));
  }

  private static boolean isSame(CertificateLookup lookup, Certificate made) {
    return lookup
        .domain()
        .is(
            domain ->
                made.names()
                    .is(names -> names.contains(new DomainName(domain).text()))
                    .and(made.region().is(region -> lookup.region().is(region::equals).isYes()))
                    .isYes())
        .isYes();
  }

  /** The ARN of the certificate itself, where only its validation may ask for it. */
  private static boolean isPremature(Expression written, Certificate made) {
    // An output uses nothing: another root may validate it. What nobody has to validate, as an
    // imported certificate or one of a private authority, is ready when it is made.
    return made.isValidated()
        && uses(written, made)
        && !USES_NOTHING.matcher(written.ref().key()).matches()
        && isBeside(written, made);
  }

  private static boolean uses(Expression written, Certificate made) {
    return !written.references().isEmpty()
        && Stream.of(".arn", ".id")
            .anyMatch(end -> written.references().contains(local(made) + end));
  }

  /** Its name in the module that makes it, which is how texts there call it. */
  private static String local(Certificate made) {
    String key = made.ref().key();
    return key.substring(Math.max(key.indexOf("aws_acm_certificate."), 0));
  }

  /** Names in a text are those of its own module. */
  private static boolean isBeside(Expression written, Certificate made) {
    Optional<String> here = written.source().folder();
    Optional<String> there = made.source().folder();
    return here.isEmpty() || there.isEmpty() || here.equals(there);
  }
}
