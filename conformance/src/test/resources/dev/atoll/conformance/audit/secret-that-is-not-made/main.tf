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

data "aws_eks_cluster" "this" {
  name = "example"
}

provider "helm" {
  kubernetes = {
    host = data.aws_eks_cluster.this.endpoint
  }
}

provider "kubernetes" {
  host = data.aws_eks_cluster.this.endpoint
}

variable "password" {
  type      = string
  sensitive = true
}

variable "wanted" {
  type    = bool
  default = false
}

resource "kubernetes_secret" "none" {
  count = var.wanted ? 1 : 0
  metadata {
    name = "none"
  }
  data = {
    password = var.password
  }
}
