package dev.atoll.stacks.certificate;

import dev.atoll.aws.Region;
import dev.atoll.stacks.aws.AwsAcmCertificate;
import dev.atoll.stacks.aws.AwsAcmCertificateValidation;
import dev.atoll.stacks.aws.AwsRoute53Record;
import dev.atoll.stacks.aws.AwsRoute53Zone;
import dev.atoll.stacks.terraform.Expression;
import dev.atoll.stacks.terraform.Layer;
import dev.atoll.stacks.terraform.Output;
import dev.atoll.stacks.terraform.Resource;
import dev.atoll.topology.RegionCertificate;
import dev.atoll.topology.Topology;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A certificate per Region for every name that is served there. Certificates of all Regions, and a
 * wildcard and the name above it, are validated by one CNAME in an account; each is made once, from
 * the first certificate that has the name.
 *
 * @param zone the hosted zone, made beforehand
 * @param validations per Region, what waits until its certificate is issued
 * @param layer its resources and outputs
 */
public record CertificateLayer(
    AwsRoute53Zone zone, Map<Region, AwsAcmCertificateValidation> validations, Layer layer) {

  public CertificateLayer {
    validations = Collections.unmodifiableMap(new LinkedHashMap<>(validations));
  }

  /** The certificates of a topology. */
  public static CertificateLayer of(Topology topology) {
    Region home = topology.primary().region();
    AwsRoute53Zone zone = new AwsRoute53Zone("main", home, topology.domain());
    Duration ttl = topology.design().dns().ttl();
    List<Resource> resources = new ArrayList<>(List.of(zone));
    List<Output> outputs = new ArrayList<>();
    Map<String, AwsRoute53Record> records = new LinkedHashMap<>();
    Map<Region, AwsAcmCertificateValidation> validations = new LinkedHashMap<>();
    for (RegionCertificate planned : RegionCertificate.of(topology)) {
      AwsAcmCertificate certificate = certificate(topology, planned);
      resources.add(certificate);
      List<AwsRoute53Record> own = new ArrayList<>();
      for (String validated : planned.validated()) {
        own.add(
            records.computeIfAbsent(
                validated,
                key -> {
                  AwsRoute53Record record =
                      new AwsRoute53Record(
                          planned.recordOf(key), home, zone, certificate, key, ttl);
                  resources.add(record);
                  return record;
                }));
      }
      AwsAcmCertificateValidation validation =
          new AwsAcmCertificateValidation(planned.identifier(), planned.region(), certificate, own);
      resources.add(validation);
      validations.put(planned.region(), validation);
      outputs.add(output(planned, validation.attribute("certificate_arn")));
    }
    return new CertificateLayer(zone, validations, new Layer("certificate", resources, outputs));
  }

  private static AwsAcmCertificate certificate(Topology topology, RegionCertificate planned) {
    List<String> names = planned.names();
    return new AwsAcmCertificate(
        planned.identifier(),
        planned.region(),
        planned.domain(),
        names.subList(1, names.size()),
        Map.of("Name", topology.name() + "-" + planned.region()));
  }

  private static Output output(RegionCertificate planned, Expression arn) {
    return new Output(
        planned.identifier() + "_certificate_arn",
        "The certificate of %s, issued: %s"
            .formatted(planned.region(), String.join(", ", planned.names())),
        arn);
  }

  /** The ARN of a Region's certificate, which is known once it is issued. */
  public Expression issued(Region region) {
    return validations.get(region).attribute("certificate_arn");
  }
}
