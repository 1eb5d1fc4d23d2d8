terraform {
  backend "s3" {
    bucket       = "example-state"
    key          = "west"
    region       = "eu-west-1"
    encrypt      = true
    use_lockfile = true
  }
}

provider "aws" {
  region = "us-west-2"
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

variable "zone" {
  type = string
}

data "kubernetes_service" "coder" {
  metadata {
    name      = "coder"
    namespace = "coder-proxy"
  }
}

data "aws_lb" "coder" {
  tags = {
    "service.k8s.aws/stack" = "coder-proxy/coder"
  }
}

locals {
  entrance = data.kubernetes_service.coder.status[0].load_balancer[0].ingress[0].hostname
}

resource "aws_route53_health_check" "coder" {
  type          = "HTTPS"
  port          = 443
  resource_path = "/healthz"
  fqdn          = "example.org"
}

resource "aws_route53_record" "coder" {
  zone_id         = var.zone
  name            = "example.org"
  type            = "A"
  set_identifier  = "west"
  health_check_id = aws_route53_health_check.coder.id

  alias {
    name                   = local.entrance
    zone_id                = data.aws_lb.coder.zone_id
    evaluate_target_health = true
  }

  latency_routing_policy {
    region = "us-west-2"
  }
}

resource "aws_acm_certificate" "coder" {
  domain_name       = "example.org"
  validation_method = "DNS"
}

resource "aws_acm_certificate_validation" "coder" {
  certificate_arn = aws_acm_certificate.coder.arn
}

resource "coderd_workspace_proxy" "this" {
  name = "west"
}

resource "kubernetes_namespace" "proxy" {
  metadata {
    name = "coder-proxy"
  }
}

resource "kubernetes_secret" "key" {
  metadata {
    name      = "key"
    namespace = kubernetes_namespace.proxy.metadata[0].name
  }
  data = {
    key = coderd_workspace_proxy.this.session_token
  }
}

resource "helm_release" "proxy" {
  name            = "coder"
  namespace       = kubernetes_namespace.proxy.metadata[0].name
  repository      = "https://helm.coder.com/v2"
  chart           = "coder"
  version         = "2.27.1"
  upgrade_install = true
  wait            = true
  wait_for_jobs   = true
  depends_on      = [kubernetes_secret.key]

  values = [yamlencode({
    coder = {
      workspaceProxy = true
      image          = { tag = "v2.27.1" }
      service        = { enable = false }
      env = [
        { name = "CODER_PRIMARY_ACCESS_URL", value = "https://example.org" },
        { name = "CODER_REDIRECT_TO_ACCESS_URL", value = "false" },
        { name = "CODER_SECURE_AUTH_COOKIE", value = "true" },
        { name = "CODER_DERP_SERVER_ENABLE", value = "true" },
        {
          name      = "CODER_PROXY_SESSION_TOKEN"
          valueFrom = { secretKeyRef = { name = "key", key = "key" } }
        },
      ]
    }
  })]
}
