package dev.atoll.facts.model;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import java.util.Set;

/**
 * A DNS name that a Region answers: only a topology has this fact. A name that several Regions
 * answer is one fact for each of them.
 *
 * @param name the name, in lower case; a wildcard stands for every name one label below
 * @param region where it leads to
 * @param owner who answers there
 * @param purpose what it is good for
 * @param promised what somebody was promised to find there
 */
public record ServedName(
    Source source,
    Ref ref,
    String name,
    Region region,
    Owner owner,
    Purpose purpose,
    Set<Use> promised)
    implements Fact {

  /** Who answers. */
  public enum Owner {
    CODER("the Coder servers"),
    WORKSPACE_PROXY("the workspace proxy"),
    LITELLM("LiteLLM");

    private final String inWords;

    Owner(String inWords) {
      this.inWords = inWords;
    }

    @Override
    public String toString() {
      return inWords;
    }
  }

  /** What a name is good for. */
  public enum Purpose {
    /** The domain itself: every Region answers, the nearest one first. */
    APEX,
    /** Everything one label below the domain: workspace apps. */
    WILDCARD,
    /** One Region, chosen by hand. */
    REGIONAL,
    /** Everything one label below a regional name. */
    REGIONAL_WILDCARD,
    /** The Coder servers of one Region and nobody else, ever: for health checks. */
    REPLICA,
    /** LiteLLM, where it is public. */
    LITELLM
  }

  /** What people want from a name. */
  public enum Use {
    /** Workspace apps and forwarded ports, each by a host name of its own. */
    APPS,
    /** Login through an identity provider: OIDC or GitHub. */
    LOGIN
  }

  public ServedName {
    promised = Set.copyOf(promised);
  }
}
