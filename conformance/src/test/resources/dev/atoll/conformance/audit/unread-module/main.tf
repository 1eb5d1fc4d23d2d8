terraform {
  backend "s3" {
    bucket       = "example-state"
    key          = "x"
    region       = "eu-west-1"
    encrypt      = true
    use_lockfile = true
  }
}

provider "aws" {
  region = "eu-west-1"
}

module "network" {
  source = "git::https://example.org/network.git"
}
