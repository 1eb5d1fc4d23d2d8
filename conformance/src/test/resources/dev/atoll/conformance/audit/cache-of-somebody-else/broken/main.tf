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

resource "aws_elasticache_replication_group" "this" {
  replication_group_id       = "litellm"
  user_group_ids             = ["users"]
  transit_encryption_enabled = false
}
