package dev.atoll.facts.network;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;

/**
 * What the VPC CNI does with the source address of a packet from a pod to an address outside the
 * VPC. Where no such fact is seen, the CNI's default holds: the packet carries the primary address
 * of its node.
 *
 * @param cluster the name of the EKS cluster
 * @param kept true when {@code AWS_VPC_K8S_CNI_EXTERNALSNAT=true}: the pod's own address stays
 * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/external-snat.html">Outbound
 *     internet access for Pods</a>
 */
public record PodSourceAddress(Source source, Ref ref, Value<String> cluster, Value<Boolean> kept)
    implements Fact {}
