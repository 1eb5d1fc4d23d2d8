package dev.atoll.conformance.read.hcl;

import dev.atoll.analysis.secrets.Secrets;
import dev.atoll.conformance.read.json.ConfigurationExpressions;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.secret.Credential;
import dev.atoll.facts.secret.Credential.Custody;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.RuleContext;
import org.openrewrite.hcl.internal.grammar.HCLParser;
import org.openrewrite.hcl.internal.grammar.HCLParser.ExpressionContext;
import org.openrewrite.hcl.internal.grammar.HCLParser.ObjectelemContext;

/** What is written in a module, text by text, as it stands there. */
final class HclTexts {

  private static final Pattern LITERAL = Pattern.compile("-?\\d+(\\.\\d+)?|true|false|null");

  private final String module;
  private final List<Fact> facts = new ArrayList<>();

  private HclTexts(String module) {
    this.module = module;
  }

  /**
   * The texts of a module.
   *
   * @param name what tells it from other modules; empty for the only root
   * @param made whether there is one of a resource's block at all
   */
  static List<Fact> of(HclModule module, String name, Predicate<HclBlock> made) {
    HclTexts texts = new HclTexts(name);
    module.blocks("resource").filter(made).forEach(block -> texts.block("", block));
    module.blocks("data").filter(made).forEach(block -> texts.block("data.", block));
    module.blocks("locals").forEach(block -> texts.body("local", "", block.body()));
    module
        .outputs()
        .values()
        .forEach(block -> texts.body("output." + block.label(0), "", block.body()));
    module
        .calls()
        .values()
        .forEach(block -> texts.body("module." + block.label(0), "", block.body()));
    module
        .variables()
        .values()
        .forEach(block -> texts.body("variable." + block.label(0), "", block.body()));
    module
        .blocks("provider")
        .forEach(block -> texts.body("provider." + block.label(0), "", block.body()));
    return texts.facts;
  }

  /** Variables of a root that are called like a secret, and where their values are written. */
  static List<Credential> credentials(HclModule module, String name) {
    List<Credential> all = new ArrayList<>();
    for (HclBlock variable : module.variables().values()) {
      if (!Secrets.isSensitive(variable.label(0))) {
        continue;
      }
      Optional<String> written =
          variable.body().attribute("default").map(each -> each.expression().getText());
      Ref ref = new Ref("variable." + variable.label(0));
      Source at = new Source(Origin.CONFIGURATION, "%s (%s)".formatted(ref, variable.place()));
      if (written.isPresent() && !written.get().matches("null|\"\"|\\{}|\\[]|true|false")) {
        all.add(new Credential(at, ref, "default of " + ref, Value.known(Custody.CODE)));
      } else if (written.isEmpty()) {
        all.add(
            new Credential(
                at,
                ref,
                "value of %s in %s".formatted(ref, name),
                Value.unknown(
                    "it comes from an environment variable, a tfvars file or a prompt, and was not"
                        + " read")));
      }
    }
    return all;
  }

  private void block(String prefix, HclBlock block) {
    body(prefix + block.label(0) + "." + block.label(1), "", block.body());
  }

  private void body(String address, String path, HclBody body) {
    for (HclAttribute attribute : body.attributes()) {
      walk(address, joined(path, attribute.name()), attribute.expression(), attribute.place());
    }
    for (HclBlock block : body.blocks()) {
      String name = block.type().equals("dynamic") ? block.label(0) : block.type();
      body(address, joined(path, name), block.body());
    }
  }

  private void walk(String address, String path, ExpressionContext expression, Place place) {
    if (expression instanceof HCLParser.ExpressionTermContext term
        && term.exprTerm() instanceof HCLParser.CollectionValueExpressionContext value) {
      if (value.collectionValue().tuple() != null) {
        List<ExpressionContext> elements = value.collectionValue().tuple().expression();
        for (int i = 0; i < elements.size(); i++) {
          walk(address, path + "[" + i + "]", elements.get(i), at(elements.get(i), place));
        }
        return;
      }
      for (ObjectelemContext element : value.collectionValue().object().objectelem()) {
        String key = key(element);
        ExpressionContext inner = element.expression(element.expression().size() - 1);
        walk(address, joined(path, key), inner, at(inner, place));
      }
      return;
    }
    facts.add(
        ConfigurationExpressions.expression(
            (module.isEmpty() ? "" : module + ":") + address,
            path,
            text(expression),
            place.toString()));
  }

  private static String key(ObjectelemContext element) {
    return element.QUOTE().isEmpty()
        ? element.getChild(0).getText()
        : element.quotedTemplatePart().stream()
            .map(RuleContext::getText)
            .collect(Collectors.joining());
  }

  private static Place at(ExpressionContext expression, Place place) {
    return new Place(place.file(), expression.getStart().getLine());
  }

  private static String joined(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** As JSON syntax has it: a quoted text without its quotes, all else between braces. */
  private static String text(ExpressionContext expression) {
    String text = Hidden.shown(expression.getText());
    boolean quoted =
        expression instanceof HCLParser.ExpressionTermContext term
            && term.exprTerm() instanceof HCLParser.TemplateExpressionContext;
    if (quoted && text.startsWith("\"")) {
      return text.substring(1, text.length() - 1);
    }
    return quoted || LITERAL.matcher(text).matches() ? text : "${" + text + "}";
  }
}
