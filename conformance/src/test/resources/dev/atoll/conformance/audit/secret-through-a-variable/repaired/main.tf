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

data "aws_secretsmanager_secret" "database" {
  name = "coder/database"
}

resource "kubernetes_manifest" "database" {
  manifest = {
    apiVersion = "external-secrets.io/v1"
    kind       = "ExternalSecret"
    metadata = {
      name      = "database"
      namespace = "coder"
    }
    spec = {
      secretStoreRef = { name = "aws", kind = "ClusterSecretStore" }
      dataFrom       = [{ extract = { key = data.aws_secretsmanager_secret.database.name } }]
    }
  }
}
