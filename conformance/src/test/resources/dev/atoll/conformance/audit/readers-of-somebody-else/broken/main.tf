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

resource "aws_rds_cluster" "this" {
  cluster_identifier          = "coder"
  engine                      = "aurora-postgresql"
  manage_master_user_password = true

  serverlessv2_scaling_configuration {
    min_capacity = 2
    max_capacity = 8
  }
}

resource "aws_rds_cluster_instance" "this" {
  count              = 2
  cluster_identifier = aws_rds_cluster.this.id
  instance_class     = "db.serverless"
  engine             = "aurora-postgresql"
}
