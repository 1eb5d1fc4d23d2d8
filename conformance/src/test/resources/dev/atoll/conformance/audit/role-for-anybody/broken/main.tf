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

variable "oidc_provider_arn" {
  type = string
}

module "role" {
  source   = "./role"
  provider_arn = var.oidc_provider_arn
  subjects = ["system:serviceaccount:*:*"]
}
