package dev.atoll.stacks.layout;

import static dev.atoll.aws.Region.US_EAST_2;
import static dev.atoll.aws.Region.US_WEST_2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Backend;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Layer;
import dev.atoll.stacks.terraform.Output;
import dev.atoll.stacks.terraform.RemoteState;
import dev.atoll.stacks.terraform.Resource;
import dev.atoll.stacks.terraform.Root;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartitionTest {

  /** A resource that refers to some and waits for others. */
  private record Thing(String name, Region region, Block arguments, List<Resource> dependsOn)
      implements Resource {
    static Thing of(String name, Region region, Resource... needed) {
      return new Thing(
          name,
          region,
          Block.of("list", List.of(needed).stream().map(Resource::id).toList()),
          List.of());
    }

    Thing after(Resource... others) {
      return new Thing(name, region, arguments, List.of(others));
    }

    @Override
    public String type() {
      return "a_thing";
    }
  }

  private final Thing east = Thing.of("east", US_EAST_2);
  private final Thing west = Thing.of("west", US_WEST_2);

  @Test
  void everyLayerHasARootForEveryRegion() {
    assertThat(
            cut(
                layer("network", east, west),
                layer("cluster", Thing.of("c_west", US_WEST_2), Thing.of("c_east", US_EAST_2))))
        .extracting(Root::name)
        .containsExactly(
            "n-network-us-east-2",
            "n-network-us-west-2",
            "n-cluster-us-west-2",
            "n-cluster-us-east-2");
  }

  @Test
  void whatTiesRegionsTogetherHasARootOfItsOwn() {
    Thing asked = Thing.of("asked", US_EAST_2, east, west);
    Thing accepted = Thing.of("accepted", US_WEST_2, asked);
    Thing option = Thing.of("option", US_EAST_2).after(accepted);

    List<Root> roots = cut(layer("network", east, asked, accepted, option, west));

    assertThat(addresses(root(roots, "n-network-inter-region")))
        .containsExactly("a_thing.asked", "a_thing.accepted", "a_thing.option");
    assertThat(roots.get(2).name()).isEqualTo("n-network-inter-region");
  }

  @Test
  void aReferenceToAnEarlierLayerOfAnotherRegionTiesNothing() {
    Thing database = Thing.of("database", US_WEST_2, east);

    List<Root> roots = cut(layer("network", east, west), layer("database", database));

    assertThat(addresses(root(roots, "n-database-us-west-2"))).contains("a_thing.database");
    assertThat(root(roots, "n-database-us-west-2").remoteStates())
        .extracting(RemoteState::root)
        .containsExactly("n-network-us-east-2");
  }

  @Test
  void aReferenceToAnotherRootIsReadFromItsState() {
    Thing cluster = Thing.of("cluster", US_EAST_2, east);

    List<Root> roots = cut(layer("network", east), layer("cluster", cluster));

    assertThat(json(roots.get(0), "output", "a_thing__east__id"))
        .isEqualTo(
            Map.of(
                "description",
                "For the roots that stand on this one",
                "value",
                "${a_thing.east.id}"));
    assertThat(json(roots.get(1), "data", "terraform_remote_state", "network_us_east_2"))
        .isEqualTo(
            Map.of(
                "backend",
                "s3",
                "config",
                Map.of("bucket", "b", "key", "network/us-east-2/k", "region", US_WEST_2.name())));
    assertThat(json(roots.get(1), "resource", "a_thing", "cluster", "list"))
        .isEqualTo(
            List.of("${data.terraform_remote_state.network_us_east_2.outputs.a_thing__east__id}"));
  }

  @Test
  void aStateInAFileIsFoundBesideTheRoot() {
    List<Root> roots =
        Partition.of(
            "n",
            List.of(layer("network", east), layer("cluster", Thing.of("c", US_EAST_2, east))),
            place -> new Backend.Local("terraform.tfstate"),
            Map.of());

    assertThat(json(roots.get(1), "data", "terraform_remote_state", "network_us_east_2", "config"))
        .isEqualTo(Map.of("path", "../n-network-us-east-2/terraform.tfstate"));
  }

  @Test
  void waitingForAnotherRootIsAMatterOfOrder() {
    Thing late = Thing.of("late", US_EAST_2).after(east);

    List<Root> roots = cut(layer("network", east), layer("cluster", late));

    assertThat(roots.get(1).remoteStates())
        .extracting(RemoteState::root)
        .containsExactly("n-network-us-east-2");
    assertThat(roots.get(0).outputs()).isEmpty();
    assertThat(json(roots.get(1), "resource", "a_thing", "late"))
        .isEqualTo(Map.of("list", List.of(), "provider", "aws.us_east_2"));
  }

  @Test
  void waitingWithinARootStays() {
    Thing late = Thing.of("late", US_EAST_2).after(east);

    List<Root> roots = cut(layer("network", east, late));

    assertThat(json(roots.get(0), "resource", "a_thing", "late", "depends_on"))
        .isEqualTo(List.of("a_thing.east"));
  }

  @Test
  void textThatLooksLikeAReferenceIsLeftAlone() {
    Thing literal = new Thing("literal", US_EAST_2, Block.of("a", "${a_thing.east.id}"), List.of());

    List<Root> roots = cut(layer("network", east), layer("cluster", literal));

    assertThat(json(roots.get(1), "resource", "a_thing", "literal", "a"))
        .isEqualTo("$${a_thing.east.id}");
    assertThat(roots.get(1).remoteStates()).isEmpty();
  }

  @Test
  void aLaterLayerMayComeFirstWhenOthersStandOnIt() {
    Thing early = Thing.of("early", US_EAST_2);
    Thing late = Thing.of("late", US_EAST_2, early);

    assertThat(cut(layer("one", late), layer("two", early)))
        .extracting(Root::name)
        .containsExactly("n-two-us-east-2", "n-one-us-east-2");
  }

  @Test
  void anOutputIsShownByTheLastRootThatItIsAbout() {
    Output both = new Output("both", "Both", List.of(west.id(), east.id()));
    Output none = new Output("none", "None", "text");

    List<Root> roots = cut(new Layer("network", List.of(east, west), List.of(both, none)));

    assertThat(json(roots.get(1), "output", "both", "value"))
        .isEqualTo(
            List.of(
                "${a_thing.west.id}",
                "${data.terraform_remote_state.network_us_east_2.outputs.a_thing__east__id}"));
    assertThat(roots.get(0).outputs())
        .extracting(Output::name)
        .containsExactly("none", "a_thing__east__id");
  }

  @Test
  void aCircleBetweenLayersIsNamed() {
    Thing first = Thing.of("first", US_EAST_2);
    Thing second = Thing.of("second", US_EAST_2, first);
    Thing third = Thing.of("third", US_EAST_2, second);

    assertThatThrownBy(() -> cut(layer("one", first, third), layer("two", second)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            Roots stand on each other in a circle:
              one/us-east-2 on two/us-east-2: a_thing.third needs a_thing.second
              two/us-east-2 on one/us-east-2: a_thing.second needs a_thing.first
            None of them can be applied first. Move one of these resources to the later layer, or \
            let it get by without the other.\
            """);
  }

  @Test
  void twoResourcesWithTheSameAddressAreRefused() {
    assertThatThrownBy(() -> cut(layer("one", east), layer("two", east)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a_thing.east");
  }

  @Test
  void moreRegionsMoveNothingIntoAnotherState() {
    Thing asked = Thing.of("asked", US_EAST_2, east, west);
    Thing south = Thing.of("south", Region.SA_EAST_1, east);

    List<Root> two = cut(layer("network", east, west, asked));
    List<Root> three = cut(layer("network", east, west, asked, south));

    assertThat(three).hasSameSizeAs(two);
    two.forEach(
        root -> assertThat(addresses(root(three, root.name()))).containsAll(addresses(root)));
  }

  private static Layer layer(String name, Resource... resources) {
    return new Layer(name, List.of(resources), List.of());
  }

  private static List<Root> cut(Layer... layers) {
    return Partition.of(
        "n", List.of(layers), place -> new Backend.S3("b", place + "/k", US_WEST_2), Map.of());
  }

  private static Root root(List<Root> roots, String name) {
    return roots.stream().filter(root -> root.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<String> addresses(Root root) {
    return root.resources().stream().map(Resource::address).toList();
  }

  private static Object json(Root root, String... path) {
    Object at = root.blocks().attributes();
    for (String step : path) {
      at = ((Map<?, ?>) at).get(step);
    }
    return at;
  }
}
