package dev.atoll.conformance.diagnose;

import dev.atoll.conformance.diagnose.Result.State;
import dev.atoll.facts.coder.CoderPackage;
import dev.atoll.traffic.TrafficException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came of walking all lists: every step in the documents' order, whether or not an earlier one
 * failed.
 *
 * @param taken the steps that were taken
 */
public record Diagnosis(List<Taken> taken) {

  private static final JudgedStep PEERING = JudgedStep.of("Is the peering active?", "NET-2");
  private static final JudgedStep ROUTES =
      JudgedStep.of("Do routes lead through it, in every table of the nodes, both ways?", "NET-3");
  private static final JudgedStep RULES =
      JudgedStep.of("Do the nodes' security groups admit the replica port from the peer?", "NET-4");

  private record Checklist(String title, List<Step> steps) {}

  /** The lists, as the documents have them. */
  private static final List<Checklist> LISTS =
      List.of(
          new Checklist(
              "If Workspace Proxy Deployment Fails",
              List.of(
                  new LicenceStep(),
                  new TokenStep(),
                  new PrimaryReachableStep(),
                  new PodLogsStep(CoderPackage.Of.PROXY))),
          new Checklist(
              "If Users Don't See Region Selector",
              List.of(
                  new HealthyProxiesStep(),
                  new RefreshStep(),
                  new VisibleRegionsStep(),
                  new VersionStep())),
          new Checklist(
              "If Replicas See Each Other And Time Out",
              List.of(
                  JudgedStep.of("Do all Regions use one database?", "AUR-4", "CDR-6"),
                  new ReplicaLicenceStep(),
                  PEERING,
                  ROUTES,
                  RULES,
                  new WholePathStep(List.of(PEERING, ROUTES, RULES)),
                  JudgedStep.of("Is DERP on, with a relay address per replica?", "CDR-4"),
                  new RelayStep(),
                  new RedirectStep(),
                  new PodLogsStep(CoderPackage.Of.SERVER))));

  /**
   * A step that was taken.
   *
   * @param list the title of its list
   * @param number its place in the list, from 1
   * @param question what was asked
   * @param result what it came to
   */
  public record Taken(String list, int number, String question, Result result) {
    @Override
    public String toString() {
      return "%s, %d".formatted(list, number);
    }
  }

  public Diagnosis {
    taken = List.copyOf(taken);
  }

  /** Takes every step. */
  public static Diagnosis of(Scene scene) {
    List<Taken> taken = new ArrayList<>();
    for (Checklist list : LISTS) {
      int number = 0;
      for (Step step : list.steps) {
        taken.add(new Taken(list.title, ++number, step.question(), taken(step, scene)));
      }
    }
    return new Diagnosis(taken);
  }

  /** What could not even be asked says nothing of the deployment. */
  private static Result taken(Step step, Scene scene) {
    try {
      return step.take(scene);
    } catch (TrafficException e) {
      return Result.open(e.getMessage());
    }
  }

  /** The steps in that state. */
  public List<Taken> in(State state) {
    return taken.stream().filter(step -> step.result().state() == state).toList();
  }

  /** The first step that fails; one that is declared as pending, where nothing else does. */
  public Optional<Taken> first() {
    return in(State.BROKEN).stream().findFirst().or(() -> in(State.PENDING).stream().findFirst());
  }
}
