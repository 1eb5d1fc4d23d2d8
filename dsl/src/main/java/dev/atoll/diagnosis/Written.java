package dev.atoll.diagnosis;

/** Where a text is written down. */
final class Written {

  private Written() {}

  /** In the document about the progress of the multi-region deployment. */
  static String progress(String section) {
    return "Multi-Region Deployment Progress, " + section;
  }

  /** In the infrastructure best practices. */
  static String bestPractices(String section) {
    return "Infrastructure Best Practices, " + section;
  }

  /** On the web. */
  static String page(String title, String url) {
    return title + ", " + url;
  }
}
