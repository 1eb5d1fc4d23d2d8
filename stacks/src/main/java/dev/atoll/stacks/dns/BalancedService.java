package dev.atoll.stacks.dns;

import dev.atoll.aws.Region;
import dev.atoll.facts.model.ServedName.Owner;
import dev.atoll.stacks.terraform.Resource;

/**
 * A Service for which the controller of a Region's cluster makes a load balancer.
 *
 * @param region the Region
 * @param owner who answers behind it
 * @param release what makes the Service; done only when the load balancer is there
 * @param name the Service's namespace and name: {@code coder/coder}
 */
public record BalancedService(Region region, Owner owner, Resource release, String name) {}
