package dev.atoll.topology;

/**
 * A service account in every cluster that acts on AWS through a role of its own. The names are
 * those of each project's own chart.
 */
public enum ControllerAccount {
  /** Makes load balancers for Services. */
  LOAD_BALANCER("load-balancer", "kube-system", "aws-load-balancer-controller"),
  /** Makes volumes for workspaces. */
  EBS_CSI("ebs-csi", "kube-system", "ebs-csi-controller-sa"),
  /** Starts and stops nodes. */
  KARPENTER("karpenter", "karpenter", "karpenter"),
  /** Proves to certificate authorities that a name is ours. */
  CERT_MANAGER("cert-manager", "cert-manager", "cert-manager"),
  /** Carries secrets from Secrets Manager into namespaces. */
  EXTERNAL_SECRETS("external-secrets", "external-secrets", "external-secrets"),
  /** The Coder server. */
  CODER("coder", "coder", "coder"),
  /** LiteLLM. */
  LITELLM("litellm", "litellm", "litellm"),
  /** Gives workspaces a new key for LiteLLM from time to time. */
  KEY_ROTATION("key-rotation", "litellm", "key-rotation");

  private final String id;
  private final String namespace;
  private final String account;

  ControllerAccount(String id, String namespace, String account) {
    this.id = id;
    this.namespace = namespace;
    this.account = account;
  }

  /** Its short name, a part of the role's: {@code ebs-csi}. */
  public String id() {
    return id;
  }

  /** The namespace of its service account. */
  public String namespace() {
    return namespace;
  }

  /** The name of its service account. */
  public String account() {
    return account;
  }

  /** What its tokens say of whom they are for: {@code system:serviceaccount:coder:coder}. */
  public String subject() {
    return "system:serviceaccount:%s:%s".formatted(namespace, account);
  }

  /** Its name in Terraform: {@code ebs_csi}. */
  public String identifier() {
    return id.replace('-', '_');
  }
}
