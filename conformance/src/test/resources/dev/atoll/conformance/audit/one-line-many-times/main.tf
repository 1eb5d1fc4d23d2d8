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

module "notice" {
  count  = 3
  source = "./notice"
}
