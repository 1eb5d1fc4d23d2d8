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
      replicaCount = 1
      image        = { tag = "v2.27.1" }
      tls          = { secretNames = ["coder-tls"] }
      service = {
        enable            = true
        type              = "LoadBalancer"
        loadBalancerClass = "service.k8s.aws/nlb"
        annotations       = local.annotations
      }
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
  annotations = {
    "service.beta.kubernetes.io/aws-load-balancer-type"                               = "external"
    "service.beta.kubernetes.io/aws-load-balancer-nlb-target-type"                    = "ip"
    "service.beta.kubernetes.io/aws-load-balancer-scheme"                             = "internet-facing"
    "service.beta.kubernetes.io/aws-load-balancer-ssl-cert"                           = data.aws_acm_certificate.coder.arn
    "service.beta.kubernetes.io/aws-load-balancer-ssl-ports"                          = "443"
    "service.beta.kubernetes.io/aws-load-balancer-target-group-attributes"            = "preserve_client_ip.enabled=true"
    "service.beta.kubernetes.io/aws-load-balancer-healthcheck-protocol"               = "http"
    "service.beta.kubernetes.io/aws-load-balancer-healthcheck-path"                   = "/healthz"
    "service.beta.kubernetes.io/aws-load-balancer-healthcheck-port"                   = "traffic-port"
    "service.beta.kubernetes.io/aws-load-balancer-eip-allocations"                    = "eipalloc-1,eipalloc-2"
    "service.beta.kubernetes.io/aws-load-balancer-subnets"                            = "subnet-1,subnet-2"
  }
}

data "aws_acm_certificate" "coder" {
  domain      = "example.org"
  statuses    = ["ISSUED"]
  most_recent = true
}

resource "null_resource" "service" {
  depends_on = [helm_release.coder]

  triggers = {
    again = timestamp()
  }

  provisioner "local-exec" {
    command = "kubectl patch svc coder -n coder --type=json -p='[]' || true"
  }
}
