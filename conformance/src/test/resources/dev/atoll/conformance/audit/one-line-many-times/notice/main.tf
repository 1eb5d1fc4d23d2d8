resource "null_resource" "this" {
  provisioner "local-exec" {
    command = "kubectl annotate ns coder a=b"
  }
}
