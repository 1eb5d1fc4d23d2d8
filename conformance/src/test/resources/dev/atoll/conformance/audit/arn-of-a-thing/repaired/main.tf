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

variable "certificate" {
  description = "for example arn:aws:acm:eu-west-1:111122223333:certificate/1"
}

resource "aws_acmpca_certificate" "root" {
  template_arn = "arn:${data.aws_partition.this.partition}:acm-pca:::template/RootCACertificate/V1"
}

data "aws_iam_policy_document" "this" {
  statement {
    actions   = ["iam:PassRole"]
    resources = ["arn:aws:iam::*:role/monitoring"]
  }
}
