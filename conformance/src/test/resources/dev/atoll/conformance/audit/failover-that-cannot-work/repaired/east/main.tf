terraform {
  backend "s3" {
    bucket       = "example-state"
    key          = "east"
    region       = "eu-west-1"
    encrypt      = true
    use_lockfile = true
  }
}

provider "aws" {
  region = "us-east-2"
}

data "aws_eks_cluster" "this" {
  name = "example"
}

provider "helm" {
  kubernetes = {
    host = data.aws_eks_cluster.this.endpoint
  }
}

provider "kubernetes" {
  host = data.aws_eks_cluster.this.endpoint
}

variable "zone" {
  type = string
}

data "kubernetes_service" "coder" {
  metadata {
    name      = "coder"
    namespace = "coder"
  }
}

data "aws_lb" "coder" {
  tags = {
    "elbv2.k8s.aws/cluster" = data.aws_eks_cluster.this.name
    "service.k8s.aws/stack" = "coder/coder"
  }
}

locals {
  entrance = data.kubernetes_service.coder.status[0].load_balancer[0].ingress[0].hostname
}

resource "aws_route53_health_check" "coder" {
  type          = "HTTPS"
  port          = 443
  resource_path = "/healthz"
  fqdn          = local.entrance
}

resource "aws_route53_record" "coder" {
  zone_id         = var.zone
  name            = "example.org"
  type            = "A"
  set_identifier  = "east"
  health_check_id = aws_route53_health_check.coder.id

  alias {
    name                   = local.entrance
    zone_id                = data.aws_lb.coder.zone_id
    evaluate_target_health = true
  }

  latency_routing_policy {
    region = "us-east-2"
  }
}

resource "aws_acm_certificate" "coder" {
  domain_name       = "example.org"
  validation_method = "DNS"
}

resource "aws_acm_certificate_validation" "coder" {
  certificate_arn = aws_acm_certificate.coder.arn
}
