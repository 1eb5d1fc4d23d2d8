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

variable "zone" {
  type = string
}

provider "kubernetes" {
  host = data.aws_eks_cluster.this.endpoint
}

data "aws_eks_cluster" "this" {
  name = "example"
}

data "kubernetes_service" "coder" {
  metadata {
    name      = "coder"
    namespace = "coder"
  }
}

resource "aws_acm_certificate" "coder" {
  domain_name               = "example.org"
  subject_alternative_names = ["*.example.org"]
  validation_method         = "DNS"
}

resource "aws_acm_certificate_validation" "coder" {
  certificate_arn = aws_acm_certificate.coder.arn
}

resource "aws_route53_record" "regional" {
  for_each = toset(["eu", "*.eu"])
  zone_id  = var.zone
  name     = "${each.value}.example.org"
  type     = "A"

  alias {
    name                   = data.kubernetes_service.coder.status[0].load_balancer[0].ingress[0].hostname
    zone_id                = "Z2IFOLAFXWLO4F"
    evaluate_target_health = true
  }
}
