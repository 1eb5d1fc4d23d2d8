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

data "aws_acm_certificate" "this" {
  domain      = "app.example.org"
  statuses    = ["ISSUED", "EXPIRED"]
  most_recent = true
}
