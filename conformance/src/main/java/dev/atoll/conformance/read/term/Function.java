package dev.atoll.conformance.read.term;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A function of Terraform's language that is evaluated.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/functions">Functions</a>
 */
@SuppressWarnings("ImmutableEnumChecker") // What applies them are static methods without state.
public enum Function {
  TRIMPREFIX(2, 2, Texts::trimPrefix),
  TRIMSUFFIX(2, 2, Texts::trimSuffix),
  TRIMSPACE(1, 1, Texts::trimSpace),
  REPLACE(3, 3, Texts::replace),
  LOWER(1, 1, Texts::lower),
  UPPER(1, 1, Texts::upper),
  SPLIT(2, 2, Texts::split),
  JOIN(2, 2, Texts::join),
  FORMAT(1, 64, Texts::format),
  STARTSWITH(2, 2, Texts::startsWith),
  ENDSWITH(2, 2, Texts::endsWith),
  URLENCODE(1, 1, Texts::urlEncode),
  TOSTRING(1, 1, Texts::toText),
  TONUMBER(1, 1, Texts::toNumber),
  TOBOOL(1, 1, Texts::toTruth),
  CIDRSUBNET(3, 3, Texts::cidrSubnet),
  JSONENCODE(1, 1, Encoding::json),
  YAMLENCODE(1, 1, Encoding::json),
  CONCAT(0, 64, Structures::concat),
  MERGE(0, 64, Structures::merge),
  FLATTEN(1, 1, Structures::flatten),
  LENGTH(1, 1, Structures::length),
  KEYS(1, 1, Structures::keys),
  VALUES(1, 1, Structures::values),
  ELEMENT(2, 2, Structures::element),
  LOOKUP(2, 3, Structures::lookup),
  SLICE(3, 3, Structures::slice),
  CONTAINS(2, 2, Structures::contains),
  DISTINCT(1, 1, Structures::distinct),
  COMPACT(1, 1, Structures::compact),
  COALESCE(1, 64, Structures::coalesce),
  TOSET(1, 1, Structures::distinct),
  TOLIST(1, 1, Structures::same),
  TOMAP(1, 1, Structures::same),
  NONSENSITIVE(1, 1, Structures::same),
  SENSITIVE(1, 1, Structures::same),
  REVERSE(1, 1, Lists::reverse),
  SORT(1, 1, Lists::sort),
  RANGE(1, 3, Lists::range),
  ZIPMAP(2, 2, Lists::zipmap),
  ONE(1, 1, Lists::one),
  INDEX(2, 2, Lists::index),
  COALESCELIST(1, 64, Lists::coalesceList),
  CHUNKLIST(2, 2, Lists::chunkList),
  SETUNION(1, 64, Lists::union),
  SETINTERSECTION(1, 64, Lists::intersection),
  SETSUBTRACT(2, 2, Lists::subtract),
  SETPRODUCT(2, 2, Lists::product),
  ALLTRUE(1, 1, Lists::allTrue),
  ANYTRUE(1, 1, Lists::anyTrue),
  SUM(1, 1, Numbers::sum),
  MAX(1, 64, Numbers::max),
  MIN(1, 64, Numbers::min),
  ABS(1, 1, Numbers::abs),
  CEIL(1, 1, Numbers::ceil),
  FLOOR(1, 1, Numbers::floor),
  SUBSTR(3, 3, MoreTexts::substr),
  TITLE(1, 1, MoreTexts::title),
  CHOMP(1, 1, MoreTexts::chomp),
  STRREV(1, 1, MoreTexts::reverse),
  STRCONTAINS(2, 2, MoreTexts::contains),
  TRIM(2, 2, MoreTexts::trim),
  BASENAME(1, 1, MoreTexts::basename),
  DIRNAME(1, 1, MoreTexts::dirname),
  BASE64ENCODE(1, 1, MoreTexts::toBase64),
  BASE64DECODE(1, 1, MoreTexts::fromBase64),
  CIDRHOST(2, 2, Networks::host),
  CIDRNETMASK(1, 1, Networks::netmask),
  CIDRSUBNETS(2, 64, Networks::subnets);

  /** These look at what holds their elements, and not at the elements. */
  private static final java.util.Set<Function> STRUCTURAL =
      java.util.EnumSet.of(
          CONCAT,
          MERGE,
          FLATTEN,
          LENGTH,
          KEYS,
          VALUES,
          ELEMENT,
          LOOKUP,
          SLICE,
          TOLIST,
          TOMAP,
          REVERSE,
          ZIPMAP,
          ONE,
          COALESCELIST,
          CHUNKLIST);

  private static final Map<String, Function> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(Function::toString, each -> each));

  private final int least;
  private final int most;
  private final java.util.function.Function<List<Term>, Term> apply;

  Function(int least, int most, java.util.function.Function<List<Term>, Term> apply) {
    this.least = least;
    this.most = most;
    this.apply = apply;
  }

  /** The function of that name. */
  public static Optional<Function> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** Whether it writes a structure as text. */
  public boolean encodes() {
    return this == JSONENCODE || this == YAMLENCODE;
  }

  /** Whether these arguments are enough for a value, although not all in them is known. */
  boolean isDecidedBy(List<Term> arguments) {
    return STRUCTURAL.contains(this)
        && arguments.stream()
            .allMatch(
                one ->
                    one instanceof Term.ListOf
                        || one instanceof Term.Absent
                        || one instanceof Term.ObjectOf
                        || one instanceof Term.Literal);
  }

  /**
   * The value of a call; unknown when the arguments do not fit.
   *
   * @param arguments terms in which everything is known that it looks at
   */
  public Term of(List<Term> arguments) {
    if (arguments.size() < least || arguments.size() > most) {
      return unfit();
    }
    try {
      return apply.apply(arguments);
    } catch (Unfit unfit) {
      return unfit();
    }
  }

  private Term unfit() {
    return new Term.Unknown(this + " does not take these arguments");
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** An argument is of another type than the function takes. */
  static final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unfit() {
      super(null, null, false, false);
    }
  }

  static String text(Term term) {
    return term.asText().orElseThrow(Unfit::new);
  }

  static int number(Term term) {
    String text = text(term);
    if (!text.matches("-?\\d{1,9}")) {
      throw new Unfit();
    }
    return Integer.parseInt(text);
  }

  static List<Term> list(Term term) {
    if (term instanceof Term.ListOf list) {
      return list.elements();
    }
    throw new Unfit();
  }
}
