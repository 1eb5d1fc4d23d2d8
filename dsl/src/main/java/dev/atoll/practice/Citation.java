package dev.atoll.practice;

/**
 * Where a practice is written down.
 *
 * @param title the document or page, such as "Multi-Region Deployment Progress"
 * @param where the section, or a URL
 */
public record Citation(String title, String where) {

  /** A section of the document about the progress of the multi-region deployment ("P"). */
  public static Citation progress(String section) {
    return new Citation("Multi-Region Deployment Progress", section);
  }

  /** A section of the infrastructure best practices ("B"). */
  public static Citation bestPractices(String section) {
    return new Citation("Infrastructure Best Practices", section);
  }

  /** A primary source on the web. */
  public static Citation page(String title, String url) {
    return new Citation(title, url);
  }

  @Override
  public String toString() {
    return title + ", " + where;
  }
}
