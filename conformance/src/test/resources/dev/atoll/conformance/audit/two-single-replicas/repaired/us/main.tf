terraform {
  backend "s3" {
    bucket       = "example-state"
    key          = "us"
    region       = "eu-west-1"
    encrypt      = true
    use_lockfile = true
  }
}

provider "aws" {
  region = "eu-west-1"
}

provider "helm" {
  kubernetes = {
    host = data.aws_eks_cluster.this.endpoint
  }
}

data "aws_eks_cluster" "this" {
  name = "example"
}

resource "kubernetes_namespace" "coder" {
  metadata {
    name = "coder"
  }
}

resource "helm_release" "coder" {
  name            = "coder"
  namespace       = kubernetes_namespace.coder.metadata[0].name
  repository      = "https://helm.coder.com/v2"
  chart           = "coder"
  version         = "2.27.1"
  upgrade_install = true
  wait            = true
  wait_for_jobs   = true

  values = [yamlencode({
    coder = {
      replicaCount = 0
      image        = { tag = "v2.27.1" }
      service      = { enable = false }
      env = [
        for name, value in local.settings : { name = name, value = value }
      ]
    }
  })]
}

locals {
  settings = {
    CODER_REDIRECT_TO_ACCESS_URL = "false"
    CODER_TLS_ENABLE             = "false"
    CODER_SECURE_AUTH_COOKIE     = "true"
    CODER_DERP_SERVER_ENABLE     = "true"
  }
}
