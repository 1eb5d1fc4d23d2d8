package dev.atoll.itest.aws;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Tells calls that are not allowed from those that failed, and names the permission: that of the
 * answer where it says one, else the call's own.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">IAM,
 *     access denied error messages</a>
 */
public final class Refusals implements ExecutionInterceptor {

  /** EC2 and SNS have words of their own for it. */
  private static final Set<String> CODES =
      Set.of(
          "AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "AuthorizationError");

  private static final Pattern PERMISSION =
      Pattern.compile("not authorized to perform: ([a-z0-9-]+:[A-Za-z0-9]+)");

  @Override
  public Throwable modifyException(
      Context.FailedExecution context, ExecutionAttributes attributes) {
    // What is returned has to be of the kind that it was; what is thrown need not.
    if (context.exception() instanceof AwsServiceException failed && isRefusal(failed)) {
      throw new RefusedCall(permission(failed, attributes), failed);
    }
    return context.exception();
  }

  private static boolean isRefusal(AwsServiceException failed) {
    return failed.awsErrorDetails() != null && CODES.contains(failed.awsErrorDetails().errorCode());
  }

  private static String permission(AwsServiceException refused, ExecutionAttributes attributes) {
    Matcher said = PERMISSION.matcher(String.valueOf(refused.awsErrorDetails().errorMessage()));
    return said.find()
        ? said.group(1)
        : "%s:%s"
            .formatted(
                prefix(attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME)),
                attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
  }

  /** "Elastic Load Balancing v2" is {@code elasticloadbalancing} in policies. */
  private static String prefix(String service) {
    return service.toLowerCase(Locale.ROOT).replaceAll("\\s|v2$", "");
  }
}
