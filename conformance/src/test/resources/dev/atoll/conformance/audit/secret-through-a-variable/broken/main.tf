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

variable "database_url" {
  type      = string
  sensitive = true
}

resource "kubernetes_secret" "database" {
  metadata {
    name      = "database"
    namespace = "coder"
  }
  data = {
    url = var.database_url
  }
}
