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

resource "null_resource" "service" {
  triggers = {
    version = "2.27.1"
  }

  provisioner "local-exec" {
    command = <<-EOT
      kubectl rollout status deployment/coder -n coder
    EOT
  }
}
