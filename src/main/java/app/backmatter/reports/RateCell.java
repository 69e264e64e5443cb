package app.backmatter.reports;

/**
 * A rate in words.
 *
 * @param text in percent, or that there are too few to tell
 * @param counts the two counts behind it; empty without anybody
 * @param tells whether it says anything: there is somebody, and not too few
 */
public record RateCell(String text, String counts, boolean tells) {}
