package dev.atoll.analysis.cost;

/** The price table that comes with this version: data, changed by copying AWS's pages anew. */
final class ListPrices {

  static final String TABLE =
      """
      # List prices in US dollars, on demand, without taxes, discounts and free tiers.
      # Columns: product | unit | us-east-2 | us-west-2 | source
      # A Region without a column is not in the table: a bill says so and does not guess.
      # Not compared with AWS's pages, which were out of reach: Aurora (0.12 is the documents' own
      # figure), EKS, Valkey. Look at the source before money rests on one.
      date 2026-11-22
      aurora-serverless-v2      | ACU-hour  | 0.12   | 0.12   | https://aws.amazon.com/rds/aurora/pricing/
      network-load-balancer     | hour      | 0.0225 | 0.0225 | https://aws.amazon.com/elasticloadbalancing/pricing/
      network-capacity-unit     | NLCU-hour | 0.006  | 0.006  | https://aws.amazon.com/elasticloadbalancing/pricing/
      application-load-balancer | hour      | 0.0225 | 0.0225 | https://aws.amazon.com/elasticloadbalancing/pricing/
      application-capacity-unit | LCU-hour  | 0.008  | 0.008  | https://aws.amazon.com/elasticloadbalancing/pricing/
      public-ipv4-address       | hour      | 0.005  | 0.005  | https://aws.amazon.com/vpc/pricing/
      nat-gateway               | hour      | 0.045  | 0.045  | https://aws.amazon.com/vpc/pricing/
      nat-gateway-data          | GB        | 0.045  | 0.045  | https://aws.amazon.com/vpc/pricing/
      eks-control-plane         | hour      | 0.10   | 0.10   | https://aws.amazon.com/eks/pricing/
      # 0.01 in each direction.
      cross-zone-data           | GB        | 0.02   | 0.02   | https://aws.amazon.com/ec2/pricing/on-demand/#Data_Transfer_within_the_same_AWS_Region
      # To the other Regions of the United States; us-east-1 and us-east-2 pay half among themselves.
      inter-region-data         | GB        | 0.02   | 0.02   | https://aws.amazon.com/ec2/pricing/on-demand/#Data_Transfer
      valkey-cache.t4g.micro    | hour      | 0.0128 | 0.0128 | https://aws.amazon.com/elasticache/pricing/
      valkey-cache.t4g.small    | hour      | 0.0256 | 0.0256 | https://aws.amazon.com/elasticache/pricing/
      ec2-t3.large              | hour      | 0.0832 | 0.0832 | https://aws.amazon.com/ec2/pricing/on-demand/
      ec2-m5.large              | hour      | 0.096  | 0.096  | https://aws.amazon.com/ec2/pricing/on-demand/
      """;

  private ListPrices() {}
}
