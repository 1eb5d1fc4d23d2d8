package dev.atoll.facts.state;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;

/**
 * Where a Terraform root keeps its state, as its backend block says.
 *
 * @param type the backend type, such as {@code s3} or {@code local}
 * @param bucket the name of the bucket; unknown for other types
 * @param region the Region of the bucket
 * @param encrypted whether the backend asks for encryption
 * @param locked whether concurrent runs are kept out (S3: {@code use_lockfile}, or a DynamoDB
 *     table)
 */
public record StateBackend(
    Source source,
    Ref ref,
    Value<String> type,
    Value<String> bucket,
    Value<Region> region,
    Value<Boolean> encrypted,
    Value<Boolean> locked)
    implements Fact {}
