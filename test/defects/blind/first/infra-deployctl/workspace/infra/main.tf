terraform {
  required_version = ">= 1.8"
}

resource "aws_s3_bucket" "state" {
  bucket = var.bucket
}
