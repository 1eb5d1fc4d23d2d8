package dev.atoll.analysis.networkpolicy;

import dev.atoll.aws.Cidr;
import dev.atoll.aws.PortRange;
import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Facts.Gap;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.kubernetes.Container;
import dev.atoll.facts.kubernetes.Namespace;
import dev.atoll.facts.kubernetes.NetworkPolicy;
import dev.atoll.facts.kubernetes.NetworkPolicy.Addresses;
import dev.atoll.facts.kubernetes.NetworkPolicy.Expression;
import dev.atoll.facts.kubernetes.NetworkPolicy.Peer;
import dev.atoll.facts.kubernetes.NetworkPolicy.Pods;
import dev.atoll.facts.kubernetes.NetworkPolicy.Port;
import dev.atoll.facts.kubernetes.NetworkPolicy.Rule;
import dev.atoll.facts.kubernetes.NetworkPolicy.Selector;
import dev.atoll.facts.kubernetes.ObjectName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A cluster in the plain text of the corpus, whose README explains the lines. */
final class ClusterText {

  private static final Region HERE = Region.US_EAST_2;
  private static final Pattern RULE =
      Pattern.compile("(in|out) (\\S+)(?: (?:from|to) (.+?))?(?: on (.+))?");

  private final List<Fact> facts = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();
  private final Map<String, Endpoint> pods = new LinkedHashMap<>();

  static ClusterText of(String text) {
    List<String> lines = new ArrayList<>();
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.startsWith("without ")) {
        boolean gone = lines.removeIf(each -> each.startsWith(line.substring(8)));
        require(gone, "nothing begins like: " + line);
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        lines.add(line);
      }
    }
    ClusterText cluster = new ClusterText();
    lines.forEach(cluster::add);
    return cluster;
  }

  Facts facts() {
    return Facts.of(Origin.CLUSTER, facts, gaps);
  }

  Endpoint endpoint(String name) {
    return pods.containsKey(name) ? pods.get(name) : new Endpoint.Outside(Cidr.parse(name));
  }

  private void add(String line) {
    String[] word = line.split(" +", -1);
    switch (word[0]) {
      case "namespace" ->
          facts.add(
              new Namespace(
                  at(line),
                  ref(line),
                  name("", word[1]),
                  labels(Arrays.asList(word).subList(2, word.length))));
      case "pod" -> pod(word);
      case "policy" -> policy(line, word);
      case "in", "out" -> rule(line);
      case "gap" -> gaps.add(new Gap(NetworkPolicy.class, line.substring(4)));
      default -> throw new IllegalArgumentException(line);
    }
  }

  /** {@code pod coder/server app=coder port http=8080 at 10.0.1.5/32 in us-west-2} */
  private void pod(String[] word) {
    List<String> labels = new ArrayList<>();
    List<Container.Port> ports = new ArrayList<>();
    Optional<Cidr> address = Optional.empty();
    Region region = HERE;
    for (int i = 2; i < word.length; i++) {
      switch (word[i]) {
        case "port" -> {
          String[] port = word[++i].split("=", -1);
          ports.add(new Container.Port(port[0], Integer.parseInt(port[1])));
        }
        case "at" -> address = Optional.of(Cidr.parse(word[++i]));
        case "in" -> region = new Region(word[++i]);
        default -> labels.add(word[i]);
      }
    }
    String[] name = word[1].split("/", -1);
    ObjectName object = new ObjectName(region, name[0], name[1]);
    pods.put(word[1], new Endpoint.Pod(object, Labels.of(labels(labels)), ports, address));
  }

  /** {@code policy litellm/only-coder for in app=litellm} */
  private void policy(String line, String[] word) {
    require(word[2].equals("for"), line);
    String[] name = word[1].split("/", -1);
    facts.add(
        new NetworkPolicy(
            at(line),
            new Ref(word[1]),
            name(name[0], name[1]),
            selector(String.join(" ", Arrays.asList(word).subList(4, word.length))),
            word[3].contains("in") ? Optional.of(List.of()) : Optional.empty(),
            word[3].contains("out") ? Optional.of(List.of()) : Optional.empty()));
  }

  private void rule(String line) {
    Matcher parts = RULE.matcher(line);
    require(parts.matches(), line);
    Rule rule =
        new Rule(
            parts.group(3) == null
                ? List.of()
                : Arrays.stream(parts.group(3).split(" or ", -1)).map(ClusterText::peer).toList(),
            parts.group(4) == null
                ? List.of()
                : Arrays.stream(parts.group(4).split(", ?", -1)).map(ClusterText::port).toList());
    Ref policy = new Ref(parts.group(2));
    NetworkPolicy old =
        Facts.of(Origin.CLUSTER, facts).find(NetworkPolicy.class, policy).orElseThrow();
    boolean in = parts.group(1).equals("in");
    require((in ? old.ingress() : old.egress()).isPresent(), "not a direction of it: " + line);
    facts.set(
        facts.indexOf(old),
        new NetworkPolicy(
            old.source(),
            old.ref(),
            old.object(),
            old.pods(),
            in ? old.ingress().map(rules -> more(rules, rule)) : old.ingress(),
            in ? old.egress() : old.egress().map(rules -> more(rules, rule))));
  }

  private static List<Rule> more(List<Rule> rules, Rule rule) {
    List<Rule> all = new ArrayList<>(rules);
    all.add(rule);
    return all;
  }

  private static Peer peer(String text) {
    if (Character.isDigit(text.charAt(0))) {
      String[] block = text.split(" except ", -1);
      return new Addresses(
          Cidr.parse(block[0]),
          block.length == 1
              ? List.of()
              : Arrays.stream(block[1].split(" ", -1)).map(Cidr::parse).toList());
    }
    Matcher both = Pattern.compile("(?:namespaces (.+?))?(?: ?pods (.+))?").matcher(text);
    require(both.matches(), text);
    return new Pods(
        Optional.ofNullable(both.group(1)).map(ClusterText::selector),
        Optional.ofNullable(both.group(2)).map(ClusterText::selector));
  }

  private static Port port(String text) {
    String[] word = text.split(" ", -1);
    if (word.length == 1) {
      return new Port(word[0], Optional.empty(), Optional.empty());
    }
    if (!Character.isDigit(word[1].charAt(0))) {
      return new Port(word[0], Optional.empty(), Optional.of(word[1]));
    }
    String[] range = word[1].split("-", -1);
    int first = Integer.parseInt(range[0]);
    int last = range.length == 1 ? first : Integer.parseInt(range[1]);
    return new Port(word[0], Optional.of(new PortRange(first, last)), Optional.empty());
  }

  /** {@code all}, {@code app=web}, {@code app:In:a|b}, {@code app:Exists}. */
  private static Selector selector(String text) {
    Map<String, String> equal = new HashMap<>();
    List<Expression> expressions = new ArrayList<>();
    for (String part : text.split(" ", -1)) {
      String[] expression = part.split(":", -1);
      if (expression.length > 1) {
        List<String> values =
            expression.length == 2 ? List.of() : List.of(expression[2].split("\\|", -1));
        expressions.add(new Expression(expression[0], expression[1], values));
      } else if (!part.equals("all")) {
        equal.putAll(labels(List.of(part)));
      }
    }
    return new Selector(equal, expressions);
  }

  private static Map<String, String> labels(List<String> words) {
    Map<String, String> labels = new HashMap<>();
    for (String word : words) {
      String[] label = word.split("=", 2);
      labels.put(label[0], label[1]);
    }
    return labels;
  }

  private static ObjectName name(String namespace, String name) {
    return new ObjectName(HERE, namespace, name);
  }

  private static Ref ref(String line) {
    return new Ref(line);
  }

  private static Source at(String line) {
    return new Source(Origin.CLUSTER, line);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
