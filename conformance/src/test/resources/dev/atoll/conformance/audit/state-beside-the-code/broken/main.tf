provider "aws" {
  region = "eu-west-1"
}

resource "aws_eip" "a" {
  domain = "vpc"
}
