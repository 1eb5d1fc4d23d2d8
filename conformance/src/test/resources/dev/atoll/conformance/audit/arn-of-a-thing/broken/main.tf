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

resource "aws_lb_listener" "https" {
  certificate_arn = "arn:aws:acm:eu-west-1:111122223333:certificate/1"
}
