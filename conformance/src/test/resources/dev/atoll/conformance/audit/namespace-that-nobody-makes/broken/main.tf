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

resource "helm_release" "this" {
  name            = "metrics-server"
  repository      = "https://charts.example.org"
  chart           = "metrics-server"
  version         = "3.12.2"
  namespace       = "metrics"
  upgrade_install = true
  wait_for_jobs   = true
}
