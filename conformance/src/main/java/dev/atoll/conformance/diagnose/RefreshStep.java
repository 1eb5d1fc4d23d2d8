package dev.atoll.conformance.diagnose;

/** "Hard refresh browser." */
final class RefreshStep implements Step {
  @Override
  public String question() {
    return "Was the browser's page loaded anew?";
  }

  @Override
  public Result take(Scene scene) {
    return Result.byHand("Cmd+Shift+R, or Ctrl+Shift+F5: the menu of Regions is part of the page");
  }
}
