variable "provider_arn" {
  type = string
}

variable "subjects" {
  type = list(string)
}

locals {
  issuer = join("/", slice(split("/", var.provider_arn), 1, length(split("/", var.provider_arn))))
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]
    principals {
      type        = "Federated"
      identifiers = [var.provider_arn]
    }
    condition {
      test     = "StringLike"
      variable = "${local.issuer}:sub"
      values   = var.subjects
    }
    condition {
      test     = "StringEquals"
      variable = "${local.issuer}:aud"
      values   = ["sts.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "this" {
  name               = "example"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}
