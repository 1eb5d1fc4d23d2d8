package dev.atoll.topology;

import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.coder.Licence;
import dev.atoll.facts.coder.Licence.State;
import dev.atoll.facts.model.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Describes Coder itself, the same in every Region. */
public final class CoderBuilder implements Builder {

  /** The version that the documents deploy. */
  public static final String DOCUMENTED_VERSION = "2.27.1";

  static final Ref LICENCE = new Ref("licence");

  private Source at;
  private String version = DOCUMENTED_VERSION;
  private final NetworkLoadBalancerBuilder loadBalancer;
  private int replicas = 1;
  private Optional<Licence> licence = Optional.empty();
  private Optional<LoginBuilder> login = Optional.empty();
  private final List<Malformed> malformed = new ArrayList<>();

  private AuroraBuilder database;

  CoderBuilder(Source at) {
    this.at = at;
    this.loadBalancer = new NetworkLoadBalancerBuilder(at);
    this.database = new AuroraBuilder(at, Units.acu(16));
  }

  /** The one database of all Regions; one writer, 0.5 to 16 ACU, unless said. */
  public CoderBuilder database(Consumer<AuroraBuilder> description) {
    this.database =
        new AuroraBuilder(Builder.calledAt(".coder(coder -> coder.database(…))"), Units.acu(16));
    description.accept(database);
    return this;
  }

  /** The version of chart and image, such as {@code 2.27.1}. */
  public CoderBuilder version(String version) {
    this.at = Builder.calledAt(".coder(coder -> coder.version(\"" + version + "\"))");
    this.version = version;
    return this;
  }

  /** The Network Load Balancer in front of Coder, one per Region. */
  public CoderBuilder networkLoadBalancer(Consumer<NetworkLoadBalancerBuilder> description) {
    description.accept(loadBalancer);
    return this;
  }

  /** How many servers run in each Region that says nothing else; 1 unless said. */
  public CoderBuilder replicas(int perRegion) {
    Source call = Builder.calledAt(".coder(coder -> coder.replicas(" + perRegion + "))");
    Builder.checkReplicas(perRegion, call, "coder").ifPresent(malformed::add);
    this.replicas = perRegion;
    return this;
  }

  /** There is a licence, and it has high availability. */
  public CoderBuilder licensed() {
    Source call = Builder.calledAt(".coder(coder -> coder.licensed())");
    this.licence = Optional.of(new Licence(call, LICENCE, State.DECLARED, Optional.empty()));
    return this;
  }

  /**
   * The licence is to come. What needs one is then a warning that every report repeats.
   *
   * @param why why it is not there yet
   */
  public CoderBuilder licencePending(Reason why) {
    Source call = Builder.calledAt(".coder(coder -> coder.licencePending(...))");
    if (why.text().isBlank()) {
      malformed.add(new Malformed(call, LICENCE, "reason for the pending licence", "it is empty"));
    }
    this.licence = Optional.of(new Licence(call, LICENCE, State.PENDING, Optional.of(why.text())));
    return this;
  }

  /** How people sign in besides with a password; only so unless said. */
  public CoderBuilder login(Consumer<LoginBuilder> description) {
    LoginBuilder builder = new LoginBuilder(Builder.calledAt(".coder(coder -> coder.login(…))"));
    description.accept(builder);
    this.login = Optional.of(builder);
    return this;
  }

  int replicas() {
    return replicas;
  }

  List<Malformed> malformed() {
    List<Malformed> all = new ArrayList<>(malformed);
    login.ifPresent(builder -> all.addAll(builder.malformed()));
    return all;
  }

  CoderDesign design() {
    return new CoderDesign(
        at,
        version,
        loadBalancer.design(),
        database.design(),
        licence,
        login.map(LoginBuilder::design));
  }
}
