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

locals {
  regions = {
    "eu-west-1" = "192.0.2.1"
    "us-east-2" = "192.0.2.2"
  }
}

resource "aws_route53_health_check" "region" {
  for_each      = local.regions
  type          = "HTTPS"
  port          = 443
  resource_path = "/healthz"
  fqdn          = "example.org"
}

resource "aws_route53_record" "region" {
  for_each        = local.regions
  zone_id         = var.zone
  name            = "example.org"
  type            = "A"
  ttl             = 60
  records         = [each.value]
  set_identifier  = each.key
  health_check_id = aws_route53_health_check.region[each.key].id

  latency_routing_policy {
    region = each.key
  }
}

resource "aws_route53_record" "replica" {
  for_each = local.regions
  zone_id  = var.zone
  name     = "replica-${each.key}.example.org"
  type     = "A"
  ttl      = 60
  records  = [each.value]
}

resource "aws_acm_certificate" "coder" {
  domain_name               = "example.org"
  subject_alternative_names = ["*.example.org"]
  validation_method         = "DNS"
}

resource "aws_acm_certificate_validation" "coder" {
  certificate_arn = aws_acm_certificate.coder.arn
}

provider "aws" {
  alias  = "ohio"
  region = "us-east-2"
}

resource "aws_acm_certificate" "ohio" {
  provider                  = aws.ohio
  domain_name               = "example.org"
  subject_alternative_names = ["*.example.org"]
  validation_method         = "DNS"
}

resource "aws_acm_certificate_validation" "ohio" {
  provider        = aws.ohio
  certificate_arn = aws_acm_certificate.ohio.arn
}
