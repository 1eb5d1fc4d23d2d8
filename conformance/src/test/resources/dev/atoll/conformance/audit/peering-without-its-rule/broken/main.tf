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

provider "aws" {
  alias  = "ohio"
  region = "us-east-2"
}

module "ireland" {
  source = "./region"
  cidr   = "10.0.0.0/16"
  peer   = "10.1.0.0/16"
  link   = aws_vpc_peering_connection.this.id
  open   = false
}

module "ohio" {
  source = "./region"
  cidr   = "10.1.0.0/16"
  peer   = "10.0.0.0/16"
  link   = aws_vpc_peering_connection.this.id
  open   = true

  providers = {
    aws = aws.ohio
  }
}

resource "aws_vpc_peering_connection" "this" {
  vpc_id      = module.ireland.vpc_id
  peer_vpc_id = module.ohio.vpc_id
  peer_region = "us-east-2"
}

resource "aws_vpc_peering_connection_accepter" "this" {
  provider                  = aws.ohio
  vpc_peering_connection_id = aws_vpc_peering_connection.this.id
  auto_accept               = true
}
