provider "aws" {
  region = "eu-west-1"
}

data "aws_caller_identity" "own" {}

# Other roots name it on the command line: backend "s3" {}
resource "aws_s3_bucket" "tf_state" {
  bucket = "acme-${data.aws_caller_identity.own.account_id}"
}

resource "aws_s3_bucket_versioning" "tf_state" {
  bucket = aws_s3_bucket.tf_state.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_public_access_block" "tf_state" {
  bucket = aws_s3_bucket.tf_state.id

  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

# What is written about it is no state, and needs no versions.
resource "aws_s3_bucket" "tf_state_logs" {
  bucket = "acme-tf-state-logs"
}
