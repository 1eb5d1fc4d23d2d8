package dev.atoll.topology;

import dev.atoll.aws.Region;
import dev.atoll.facts.Source;

/**
 * The S3 bucket that keeps the Terraform state.
 *
 * @param at the builder call that described it
 * @param bucket its name; unique in the whole world
 * @param region where it is
 */
public record StateStore(Source at, String bucket, Region region) {}
