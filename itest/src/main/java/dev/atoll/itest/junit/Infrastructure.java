package dev.atoll.itest.junit;

import dev.atoll.itest.localstack.LocalStackExtension;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class whose methods take infrastructure as parameters; what is not asked for is not
 * started, and all of it ends with the class or the run, passed or failed.
 *
 * <table>
 *   <caption>Parameters</caption>
 *   <tr><td>{@code LocalStack}</td><td>the AWS emulator, one for a run</td></tr>
 *   <tr><td>{@code World}</td><td>an account on it, one for a class</td></tr>
 *   <tr><td>{@code Kubernetes}, {@code KubernetesClient}</td><td>a cluster, one for a class</td></tr>
 *   <tr><td>{@code WorkloadsReady}</td><td>what makes its workloads ready, from now on</td></tr>
 *   <tr><td>{@code Helm}</td><td>the helm command against the cluster</td></tr>
 *   <tr><td>{@code Terraform}</td><td>the terraform command</td></tr>
 * </table>
 *
 * <pre>{@code
 * @Infrastructure
 * class OneRegionTest {
 *   @Test
 *   void comesUp(World aws, Terraform terraform, Helm helm, WorkloadsReady nodes, @TempDir Path root) {
 *     var stack = terraform.in(root).environment(aws.environment());
 *     stack.write("main.tf", VPC);
 *     stack.init();
 *     stack.apply();
 *     assertThat(helm.upgradeInstall(CODER.waiting(ofMinutes(1))).deployed()).isTrue();
 *   }
 * }
 * }</pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith({LocalStackExtension.class, KubernetesExtension.class, TerraformExtension.class})
public @interface Infrastructure {}
