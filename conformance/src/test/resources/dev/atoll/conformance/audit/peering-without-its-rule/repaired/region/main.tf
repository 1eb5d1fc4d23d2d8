variable "cidr" {
  type = string
}

variable "peer" {
  type = string
}

variable "link" {
  type = string
}

variable "open" {
  type = bool
}

resource "aws_vpc" "this" {
  cidr_block = var.cidr

  tags = {
    Name = "coder"
  }
}

resource "aws_subnet" "nodes" {
  count      = 2
  vpc_id     = aws_vpc.this.id
  cidr_block = cidrsubnet(var.cidr, 4, count.index)
}

resource "aws_route_table" "nodes" {
  vpc_id = aws_vpc.this.id
}

resource "aws_route_table_association" "nodes" {
  count          = length(aws_subnet.nodes[*].id)
  subnet_id      = aws_subnet.nodes[count.index].id
  route_table_id = aws_route_table.nodes.id
}

resource "aws_route" "peer" {
  route_table_id            = aws_route_table.nodes.id
  destination_cidr_block    = var.peer
  vpc_peering_connection_id = var.link
}

resource "aws_security_group" "nodes" {
  name   = "nodes"
  vpc_id = aws_vpc.this.id
}

resource "aws_vpc_security_group_egress_rule" "all" {
  security_group_id = aws_security_group.nodes.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "-1"
}

resource "aws_vpc_security_group_ingress_rule" "peer" {
  count             = var.open ? 1 : 0
  security_group_id = aws_security_group.nodes.id
  cidr_ipv4         = var.peer
  ip_protocol       = "tcp"
  from_port         = 8080
  to_port           = 8080
}

resource "aws_instance" "node" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "m7g.large"
  subnet_id              = aws_subnet.nodes[0].id
  vpc_security_group_ids = [aws_security_group.nodes.id]

  tags = {
    "kubernetes.io/cluster/example" = "owned"
  }
}

output "vpc_id" {
  value = aws_vpc.this.id
}
