package app.backmatter.reports;

/**
 * A rate in words.
 *
 * @param text in percent, or that there are too few to tell
 * @param counts the two counts behind it; empty without anybody
 */
public record RateCell(String text, String counts) {}
