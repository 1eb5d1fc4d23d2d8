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

resource "aws_acm_certificate" "this" {
  domain_name       = "app.example.org"
  validation_method = "DNS"
}

resource "aws_lb_listener" "https" {
  certificate_arn = aws_acm_certificate.this.arn
}
