/** EKS clusters with a Kubernetes API that answers, and lets in who EKS would let in. */
package dev.atoll.itest.eks;
