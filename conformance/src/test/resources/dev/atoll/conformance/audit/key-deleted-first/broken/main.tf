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

resource "kubernetes_config_map" "rotation" {
  metadata {
    name      = "rotation"
    namespace = "litellm"
  }
  data = {
    "rotate.sh" = file("${path.module}/rotate.sh")
  }
}
