package dev.atoll.facts.coder;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import java.util.Optional;

/**
 * A workspace proxy as Coder has it in its list ({@code coderd_workspace_proxy}).
 *
 * @param name its name
 * @param displayName what users read in the menu of regions
 * @param icon the path of its icon
 * @param awaits what must happen before it is applied; empty when it is applied like anything else
 * @see <a
 *     href="https://registry.terraform.io/providers/coder/coderd/latest/docs/resources/workspace_proxy">coderd_workspace_proxy</a>
 */
public record ProxyEntry(
    Source source,
    Ref ref,
    Value<String> name,
    Value<String> displayName,
    Value<String> icon,
    Optional<String> awaits)
    implements Fact {}
