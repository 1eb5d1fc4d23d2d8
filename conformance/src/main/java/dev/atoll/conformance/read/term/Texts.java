package dev.atoll.conformance.read.term;

import static dev.atoll.conformance.read.term.Function.list;
import static dev.atoll.conformance.read.term.Function.number;
import static dev.atoll.conformance.read.term.Function.text;

import dev.atoll.aws.Cidr;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Terraform's functions of texts and numbers. */
final class Texts {

  private static final Pattern VERB = Pattern.compile("%(%|[sdvq])");

  private Texts() {}

  static Term trimPrefix(List<Term> arguments) {
    String text = text(arguments.get(0));
    String prefix = text(arguments.get(1));
    return Term.text(text.startsWith(prefix) ? text.substring(prefix.length()) : text);
  }

  static Term trimSuffix(List<Term> arguments) {
    String text = text(arguments.get(0));
    String suffix = text(arguments.get(1));
    return Term.text(
        text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text);
  }

  static Term trimSpace(List<Term> arguments) {
    return Term.text(text(arguments.get(0)).strip());
  }

  static Term replace(List<Term> arguments) {
    String sought = text(arguments.get(1));
    // A pattern between slashes is a regular expression to replace.
    return sought.startsWith("/")
        ? new Term.Unknown("the regular expression " + sought + " is not evaluated")
        : Term.text(text(arguments.get(0)).replace(sought, text(arguments.get(2))));
  }

  static Term lower(List<Term> arguments) {
    return Term.text(text(arguments.get(0)).toLowerCase(Locale.ROOT));
  }

  static Term upper(List<Term> arguments) {
    return Term.text(text(arguments.get(0)).toUpperCase(Locale.ROOT));
  }

  static Term split(List<Term> arguments) {
    String separator = text(arguments.get(0));
    String text = text(arguments.get(1));
    if (separator.isEmpty()) {
      throw new Function.Unfit();
    }
    return new Term.ListOf(
        Arrays.stream(text.split(Pattern.quote(separator), -1)).map(Term::text).toList());
  }

  static Term join(List<Term> arguments) {
    return Term.text(
        list(arguments.get(1)).stream()
            .map(Function::text)
            .collect(Collectors.joining(text(arguments.get(0)))));
  }

  static Term format(List<Term> arguments) {
    Matcher verb = VERB.matcher(text(arguments.get(0)));
    StringBuilder text = new StringBuilder();
    int next = 1;
    int from = 0;
    while (verb.find()) {
      text.append(text(arguments.get(0)), from, verb.start());
      from = verb.end();
      if (verb.group(1).equals("%")) {
        text.append('%');
      } else if (next < arguments.size()) {
        String value = text(arguments.get(next++));
        text.append(verb.group(1).equals("q") ? "\"" + value + "\"" : value);
      } else {
        throw new Function.Unfit();
      }
    }
    String rest = text(arguments.get(0)).substring(from);
    if (rest.contains("%") || next < arguments.size()) {
      throw new Function.Unfit();
    }
    return Term.text(text.append(rest).toString());
  }

  static Term startsWith(List<Term> arguments) {
    return new Term.Literal(text(arguments.get(0)).startsWith(text(arguments.get(1))));
  }

  static Term endsWith(List<Term> arguments) {
    return new Term.Literal(text(arguments.get(0)).endsWith(text(arguments.get(1))));
  }

  static Term urlEncode(List<Term> arguments) {
    String encoded = URLEncoder.encode(text(arguments.get(0)), StandardCharsets.UTF_8);
    return Term.text(encoded.replace("*", "%2A").replace("%7E", "~"));
  }

  static Term toText(List<Term> arguments) {
    return arguments.get(0) instanceof Term.Absent
        ? Term.absent()
        : Term.text(text(arguments.get(0)));
  }

  static Term toNumber(List<Term> arguments) {
    String text = text(arguments.get(0));
    if (!text.matches("-?\\d{1,18}(\\.\\d{1,18})?")) {
      throw new Function.Unfit();
    }
    return new Term.Literal(new BigDecimal(text));
  }

  static Term toTruth(List<Term> arguments) {
    return switch (text(arguments.get(0))) {
      case "true" -> new Term.Literal(true);
      case "false" -> new Term.Literal(false);
      default -> throw new Function.Unfit();
    };
  }

  /** {@code cidrsubnet("10.0.0.0/16", 4, 2)} is {@code 10.0.32.0/20}. */
  static Term cidrSubnet(List<Term> arguments) {
    String[] prefix = text(arguments.get(0)).split("/", -1);
    if (prefix.length != 2 || !prefix[0].matches("\\d+(\\.\\d+){3}")) {
      throw new Function.Unfit();
    }
    int bits = number(Term.text(prefix[1])) + number(arguments.get(1));
    if (bits < 0 || bits > 32) {
      throw new Function.Unfit();
    }
    long address = 0;
    for (String part : prefix[0].split("\\.", -1)) {
      address = address << 8 | number(Term.text(part));
    }
    address += (long) number(arguments.get(2)) << (32 - bits);
    String text =
        "%d.%d.%d.%d/%d"
            .formatted(
                address >> 24 & 255, address >> 16 & 255, address >> 8 & 255, address & 255, bits);
    try {
      return Term.text(Cidr.parse(text).toString());
    } catch (IllegalArgumentException none) {
      throw new Function.Unfit();
    }
  }
}
