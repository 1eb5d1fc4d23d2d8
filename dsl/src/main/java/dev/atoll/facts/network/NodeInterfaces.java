package dev.atoll.facts.network;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import java.util.Set;

/**
 * The network interfaces of Kubernetes nodes, and of the pods on them, that share subnets and
 * security groups: one running node, or what a node group will make.
 *
 * @param cluster the name of the EKS cluster
 * @param vpc the VPC they are in
 * @param subnets the subnets they are in
 * @param groups the security groups that are attached to them
 */
public record NodeInterfaces(
    Source source,
    Ref ref,
    Value<String> cluster,
    Value<Ref> vpc,
    Value<Set<Ref>> subnets,
    Value<Set<Ref>> groups)
    implements Fact {}
