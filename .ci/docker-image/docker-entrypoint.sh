#!/bin/bash
# Where the vendor's image has its own: Testcontainers calls it by this path.
set -e
mkdir -p /var/lib/localstack/{lib,cache,logs,tmp,state}
exec /opt/localstack/bin/python -m localstack.runtime.main
