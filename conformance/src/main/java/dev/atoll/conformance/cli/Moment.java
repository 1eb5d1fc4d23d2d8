package dev.atoll.conformance.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time after something happened, as people write it: {@code +90s}, {@code 2m}, {@code 1m30s}. */
final class Moment implements ITypeConverter<Duration> {

  private static final Pattern WRITTEN =
      Pattern.compile("\\+?(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s)?");

  @Override
  public Duration convert(String text) {
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches() || text.chars().noneMatch(Character::isDigit)) {
      throw new TypeConversionException(
          "\"%s\" is no time; write +90s, 2m or 1m30s".formatted(text));
    }
    try {
      return Duration.ofHours(number(written.group(1)))
          .plusMinutes(number(written.group(2)))
          .plusSeconds(number(written.group(3)));
    } catch (DateTimeException | ArithmeticException tooLong) {
      throw new TypeConversionException("\"%s\" is too long".formatted(text));
    }
  }

  private static long number(String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  /** The same for people. */
  static String show(Duration time) {
    return "+%d s".formatted(time.toSeconds());
  }
}
