terraform {
  backend "s3" {
    bucket       = "example-state"
    key          = "proxy"
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

resource "aws_route53_record" "name" {
  zone_id = var.zone
  name    = "proxy.eu.example.org"
  type    = "A"
  ttl     = 60
  records = ["192.0.2.2"]
}
