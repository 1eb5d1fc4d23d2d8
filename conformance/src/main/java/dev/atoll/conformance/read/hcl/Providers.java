package dev.atoll.conformance.read.hcl;

import dev.atoll.conformance.read.json.ProviderRegion;
import dev.atoll.conformance.read.term.Term;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.openrewrite.hcl.internal.grammar.HCLParser;

/** Where the provider configurations of a root work, and how calls pass them on. */
final class Providers {

  /** Providers that a module gets from its caller without a word. */
  private static final List<String> USUAL = List.of("aws", "helm", "kubernetes");

  private static final Pattern REGION =
      Pattern.compile("[a-z]{2}(-gov)?-(north|south|east|west|central)[a-z]*-\\d");

  private Providers() {}

  /** The Region of each provider configuration of a root, or what it is taken from. */
  static Map<String, Term> regions(ModuleInstance root) {
    Map<String, Term> regions = new HashMap<>();
    root.module()
        .blocks("provider")
        .forEach(
            block -> {
              String type = block.label(0);
              Term.ObjectOf body = Blocks.object(block.body(), root.evaluation());
              String alias = body.member("alias").asText().map(name -> "." + name).orElse("");
              regions.put(type + alias, region(type, body, root.folder()));
            });
    return regions;
  }

  private static Term region(String type, Term.ObjectOf body, Path folder) {
    // The provider kubernetes says itself what helm says in a block of that name.
    Term said =
        ProviderRegion.of(
            type.equals("kubernetes") ? new Term.ObjectOf(Map.of("kubernetes", body)) : body);
    boolean open =
        said instanceof Term.Absent
            || (said instanceof Term.Reference input && input.address().equals("var"));
    return type.equals("aws") && open ? ofFolder(folder).orElse(said) : said;
  }

  /** Where roots are sorted by Region, the folder's name says what a variable leaves open. */
  static Optional<Term> ofFolder(Path folder) {
    List<String> named =
        StreamSupport.stream(folder.spliterator(), false)
            .map(Path::toString)
            .filter(Providers::isRegion)
            .toList();
    return named.size() == 1 ? Optional.of(Term.text(named.get(0))) : Optional.empty();
  }

  private static boolean isRegion(String name) {
    return REGION.matcher(name).matches();
  }

  /** The root's provider configurations by the names that they have in a called module. */
  static Map<String, String> passed(HclBlock call, ModuleInstance from) {
    Map<String, String> passed = new HashMap<>();
    Optional<HclAttribute> written = call.body().attribute("providers");
    if (written.isEmpty()) {
      USUAL.forEach(type -> passed.put(type, from.provider(type)));
    } else if (written.get().expression() instanceof HCLParser.ExpressionTermContext term
        && term.exprTerm() instanceof HCLParser.CollectionValueExpressionContext value
        && value.collectionValue().object() != null) {
      for (HCLParser.ObjectelemContext element : value.collectionValue().object().objectelem()) {
        String to = element.expression(element.expression().size() - 1).getText();
        passed.put(element.getChild(0).getText(), from.provider(to));
      }
    }
    return passed;
  }
}
