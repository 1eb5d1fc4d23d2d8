package dev.atoll.stacks.cdktf;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.LocalBackend;
import com.hashicorp.cdktf.S3Backend;
import com.hashicorp.cdktf.TerraformStack;
import dev.atoll.stacks.terraform.Backend;
import dev.atoll.stacks.terraform.Root;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Synthesizes roots through CDKTF: one stack per root, in CDKTF's own layout {@code
 * stacks/NAME/cdk.tf.json} with its {@code manifest.json}, which says of each root on which others
 * it stands.
 *
 * <p>CDKTF runs on Node.js, behind jsii. Resources are handed over in a few calls, as the maps that
 * end up in the JSON: a call per attribute costs several times as much, and the typed provider
 * bindings more still.
 */
public final class CdktfEngine {

  private CdktfEngine() {}

  /**
   * Writes every root.
   *
   * @param roots the roots, each after those that it stands on
   * @param folder an empty folder
   */
  public static void synthesize(List<Root> roots, Path folder) {
    NodeBanner.silencedWhile(
        () -> {
          App app = App.Builder.create().outdir(folder.toString()).build();
          Map<String, TerraformStack> stacks = new HashMap<>();
          roots.forEach(root -> stacks.put(root.name(), stack(app, root, stacks)));
          app.synth();
        });
  }

  private static TerraformStack stack(App app, Root root, Map<String, TerraformStack> before) {
    TerraformStack stack = new TerraformStack(app, root.name());
    addBackend(stack, root.backend());
    root.blocks().attributes().forEach(stack::addOverride);
    root.remoteStates().forEach(state -> stack.addDependency(before.get(state.root())));
    return stack;
  }

  /** Every stack names its backend: CDKTF would otherwise write a path of this machine into it. */
  private static void addBackend(TerraformStack stack, Backend backend) {
    if (backend instanceof Backend.S3 s3) {
      S3Backend.Builder.create(stack)
          .bucket(s3.bucket())
          .key(s3.key())
          .region(s3.region().name())
          .encrypt(true)
          .build()
          // Newer than this version of CDKTF: the lock is a file beside the state.
          .addOverride("use_lockfile", true);
    } else if (backend instanceof Backend.Local local) {
      LocalBackend.Builder.create(stack).path(local.path()).build();
    }
  }
}
