package dev.atoll.stacks.proxy;

import dev.atoll.aws.Region;
import dev.atoll.stacks.aws.AwsSecretReading;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Provider;

/**
 * Coder's own provider. It asks the servers as soon as it is configured, so it works only where
 * they run already.
 *
 * @param region the Region of the proxies that it registers
 * @param url the URL of the servers
 * @param token an owner's token
 * @see <a href="https://registry.terraform.io/providers/coder/coderd/latest/docs">The provider</a>
 */
record CoderdProvider(Region region, String url, AwsSecretReading token) implements Provider {

  static final String VERSION = "0.0.11";

  @Override
  public String name() {
    return "coderd";
  }

  @Override
  public String source() {
    return "coder/coderd";
  }

  @Override
  public String version() {
    return VERSION;
  }

  @Override
  public Block arguments() {
    return Block.of("url", url).with("token", token.attribute("secret_string"));
  }
}
