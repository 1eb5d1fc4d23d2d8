package dev.atoll.conformance.read.hcl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Files that change what others say: {@code override.tf} and {@code *_override.tf}.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/files/override">Override
 *     files</a>
 */
final class Overrides {

  private Overrides() {}

  /** The files of a folder as they count, the overriding ones worked into the others. */
  static List<HclFile> applied(List<HclFile> files) {
    List<HclFile> result = new ArrayList<>(files);
    for (HclFile file : files) {
      if (isOverride(file)) {
        for (HclBlock block : file.body().blocks()) {
          result.replaceAll(other -> isOverride(other) ? other : with(other, block));
        }
      }
    }
    Predicate<HclBlock> known =
        block ->
            files.stream()
                .filter(file -> !isOverride(file))
                .flatMap(file -> file.body().blocks().stream())
                .anyMatch(base -> isSame(base, block));
    result.replaceAll(
        file ->
            isOverride(file)
                ? with(file, file.body().blocks().stream().filter(known.negate()).toList())
                : file);
    return List.copyOf(result);
  }

  private static boolean isOverride(HclFile file) {
    return file.path().getFileName().toString().matches("(.*_)?override\\.tf");
  }

  private static boolean isSame(HclBlock one, HclBlock other) {
    return one.type().equals(other.type()) && one.labels().equals(other.labels());
  }

  private static HclFile with(HclFile file, HclBlock change) {
    return with(
        file,
        file.body().blocks().stream()
            .map(base -> isSame(base, change) ? merged(base, change) : base)
            .toList());
  }

  private static HclFile with(HclFile file, List<HclBlock> blocks) {
    HclBody body = new HclBody(file.body().attributes(), blocks);
    return new HclFile(file.path(), file.name(), file.text(), body, file.problem());
  }

  /** Arguments replace arguments; nested blocks replace all of their type. */
  private static HclBlock merged(HclBlock base, HclBlock change) {
    Set<String> arguments =
        change.body().attributes().stream().map(HclAttribute::name).collect(Collectors.toSet());
    Set<String> nested =
        change.body().blocks().stream().map(HclBlock::type).collect(Collectors.toSet());
    HclBody body =
        new HclBody(
            Stream.concat(
                    base.body().attributes().stream()
                        .filter(one -> !arguments.contains(one.name())),
                    change.body().attributes().stream())
                .toList(),
            Stream.concat(
                    base.body().blocks().stream().filter(one -> !nested.contains(one.type())),
                    change.body().blocks().stream())
                .toList());
    return new HclBlock(base.type(), base.labels(), body, base.place());
  }
}
