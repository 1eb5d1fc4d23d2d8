package dev.atoll.itest.terraform;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code terraform init} failed. What needs the missing piece cannot run; the reason says which.
 */
public final class InitException extends TerraformException {

  /** What stood in the way. */
  public enum Reason {
    /** The registry of a provider did not answer. */
    REGISTRY_OUT_OF_REACH,
    /** No mirror and no registry has the provider in a version that will do. */
    PROVIDER_NOT_FOUND,
    /** The state's backend could not be initialized. */
    BACKEND,
    /** Anything else: the diagnostics say. */
    OTHER
  }

  private static final Pattern PROVIDER = Pattern.compile("\\bprovider (\\S+?)(?:: |\\s|$)");
  private static final Pattern UNREACHED =
      Pattern.compile("could not connect to|failed to request discovery|Client.Timeout|dial tcp");

  private final Reason reason;
  private final String provider;

  private InitException(String message, List<Diagnostic> errors, Reason reason, String provider) {
    super(message, errors);
    this.reason = reason;
    this.provider = provider;
  }

  /**
   * @param errors what Terraform reported
   * @param step the message code of the step in which it failed
   */
  static InitException of(List<Diagnostic> errors, String step) {
    if (step.equals("initializing_backend_message")) {
      return new InitException(
          "terraform init: the backend cannot be used", errors, Reason.BACKEND, null);
    }
    for (Diagnostic error : errors) {
      Matcher provider = PROVIDER.matcher(error.detail());
      if (error.summary().contains("provider packages") && provider.find()) {
        String name = provider.group(1);
        return UNREACHED.matcher(error.detail()).find()
            ? new InitException(
                "terraform init: provider "
                    + name
                    + " is in no mirror here and its registry is out of reach",
                errors,
                Reason.REGISTRY_OUT_OF_REACH,
                name)
            : new InitException(
                "terraform init: provider "
                    + name
                    + " is not to be had in the version that is asked for",
                errors,
                Reason.PROVIDER_NOT_FOUND,
                name);
      }
    }
    return new InitException("terraform init failed", errors, Reason.OTHER, null);
  }

  /** What stood in the way. */
  public Reason reason() {
    return reason;
  }

  /** The provider that is missing, such as {@code hashicorp/helm}. */
  public Optional<String> provider() {
    return Optional.ofNullable(provider);
  }
}
