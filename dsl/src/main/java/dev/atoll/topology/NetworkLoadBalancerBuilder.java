package dev.atoll.topology;

import dev.atoll.facts.Source;
import dev.atoll.facts.loadbalancer.LoadBalancerFeature;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Describes a Network Load Balancer. Unless said otherwise it ends TLS with a certificate from ACM,
 * shows client addresses, has one Elastic IP address per zone, and sends traffic to targets of all
 * zones.
 */
public final class NetworkLoadBalancerBuilder implements Builder {

  private Source at;
  private final Map<LoadBalancerFeature, Source> requests = new LinkedHashMap<>();

  NetworkLoadBalancerBuilder(Source at) {
    this.at = at;
    requests.put(LoadBalancerFeature.TLS_FROM_ACM, at);
    requests.put(LoadBalancerFeature.CLIENT_ADDRESSES, at);
    requests.put(LoadBalancerFeature.STATIC_ADDRESSES, at);
    requests.put(LoadBalancerFeature.CROSS_ZONE, at);
  }

  /** TLS ends here, with the Region's certificate from ACM. What it does unless said. */
  public NetworkLoadBalancerBuilder tlsFromAcm() {
    return request(LoadBalancerFeature.TLS_FROM_ACM, ".tlsFromAcm()");
  }

  /**
   * No Elastic IP addresses: AWS picks addresses, which stay as long as the load balancer does and
   * do not count against the quota. Nobody can keep them in a firewall's allow-list.
   */
  public NetworkLoadBalancerBuilder addressesFromAws() {
    return withdraw(LoadBalancerFeature.STATIC_ADDRESSES, ".addressesFromAws()");
  }

  /**
   * Each address leads only to targets of its own zone: no charge for data between zones, and every
   * zone needs a ready target of its own.
   */
  public NetworkLoadBalancerBuilder withinZones() {
    return withdraw(LoadBalancerFeature.CROSS_ZONE, ".withinZones()");
  }

  /** Paths that lead to different services. Needs an Application Load Balancer. */
  public NetworkLoadBalancerBuilder pathRouting(String path) {
    return request(LoadBalancerFeature.PATH_ROUTING, ".pathRouting(\"" + path + "\")");
  }

  /** Host names that lead to different services. Needs an Application Load Balancer. */
  public NetworkLoadBalancerBuilder hostRouting(String host) {
    return request(LoadBalancerFeature.HOST_ROUTING, ".hostRouting(\"" + host + "\")");
  }

  /** Redirects, header changes, authentication. Needs an Application Load Balancer. */
  public NetworkLoadBalancerBuilder httpFeatures() {
    return request(LoadBalancerFeature.HTTP_FEATURES, ".httpFeatures()");
  }

  /** AWS WAF in front of it. Needs an Application Load Balancer. */
  public NetworkLoadBalancerBuilder webApplicationFirewall() {
    return request(LoadBalancerFeature.WEB_APPLICATION_FIREWALL, ".webApplicationFirewall()");
  }

  /** Metrics by status code and response time. Needs an Application Load Balancer. */
  public NetworkLoadBalancerBuilder httpMetrics() {
    return request(LoadBalancerFeature.HTTP_METRICS, ".httpMetrics()");
  }

  private NetworkLoadBalancerBuilder request(LoadBalancerFeature feature, String call) {
    this.at = Builder.calledAt(".networkLoadBalancer(nlb -> nlb" + call + ")");
    requests.put(feature, at);
    return this;
  }

  private NetworkLoadBalancerBuilder withdraw(LoadBalancerFeature feature, String call) {
    this.at = Builder.calledAt(".networkLoadBalancer(nlb -> nlb" + call + ")");
    requests.remove(feature);
    return this;
  }

  LoadBalancerDesign design() {
    return new LoadBalancerDesign(
        at,
        requests.entrySet().stream()
            .map(entry -> new LoadBalancerDesign.Request(entry.getValue(), entry.getKey()))
            .toList());
  }
}
