package dev.atoll.topology.runbook;

import java.util.List;

/**
 * One step of a runbook.
 *
 * @param title what is done
 * @param why what depends on it
 * @param commands what to type; tokens are variables of the shell, never values
 * @param check the command whose success proves the step
 * @param proof what the check shows when it succeeds
 * @param targets what the step works on
 */
public record Step(
    String title,
    String why,
    List<String> commands,
    String check,
    String proof,
    List<Target> targets) {

  public Step {
    commands = List.copyOf(commands);
    targets = List.copyOf(targets);
  }
}
