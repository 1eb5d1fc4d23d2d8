terraform {
  backend "s3" {
    bucket       = "example-state"
    key          = "main"
    region       = "eu-west-1"
    encrypt      = true
    use_lockfile = true
  }
}

provider "aws" {
  region = "eu-west-1"
}

resource "aws_elasticache_replication_group" "cache" {
  replication_group_id       = "litellm"
  description                = "LiteLLM"
  engine                     = "valkey"
  node_type                  = "cache.t4g.small"
  num_node_groups            = 2
  parameter_group_name       = "default.valkey8.cluster.on"
  automatic_failover_enabled = true
  transit_encryption_enabled = true
  at_rest_encryption_enabled = true
  user_group_ids             = ["litellm"]
}

resource "kubernetes_deployment" "litellm" {
  metadata {
    name      = "litellm"
    namespace = "litellm"
  }
  spec {
    template {
      spec {
        container {
          name  = "litellm"
          image = "ghcr.io/berriai/litellm:v1.80.0"
          dynamic "env" {
            for_each = { REDIS_HOST = "cache.example.org", REDIS_PORT = "6379" }
            content {
              name  = env.key
              value = env.value
            }
          }
        }
      }
    }
  }
}
