package dev.atoll.itest.kubernetes.read;

import dev.atoll.aws.Region;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.kubernetes.ObjectName;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;

/**
 * The cluster that objects belong to.
 *
 * @param region its Region
 * @param origin how they became known
 */
record Cluster(Region region, Origin origin) {

  ObjectName name(HasMetadata object) {
    return new ObjectName(
        region,
        Optional.ofNullable(object.getMetadata().getNamespace()).orElse(""),
        object.getMetadata().getName());
  }

  /** One for each object: Region, kind, namespace and name. */
  Ref ref(HasMetadata object) {
    return new Ref(region + "/" + object.getKind() + "/" + name(object).inCluster());
  }

  Source source(HasMetadata object) {
    return new Source(origin, object.getKind() + " " + name(object));
  }
}
