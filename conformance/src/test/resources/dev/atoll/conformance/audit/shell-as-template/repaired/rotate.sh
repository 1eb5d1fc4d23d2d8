#!/bin/bash
set -eu
echo "${TARGET:-none}"
