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

resource "random_password" "coder" {
  length  = 32
  special = true
}

resource "aws_secretsmanager_secret" "url" {
  name = "coder/url"
}

resource "aws_secretsmanager_secret_version" "url" {
  secret_id                = aws_secretsmanager_secret.url.id
  secret_string = jsonencode({
    url = "postgres://coder:${random_password.coder.result}@db.example.org:5432/coder?sslmode=require"
  })
}
