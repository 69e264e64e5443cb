package app.backmatter.reports.web;

/**
 * A rate in words.
 *
 * @param text in percent, or that there are too few to tell
 * @param counts the two counts behind it; empty without anybody
 */
record RateCell(String text, String counts) {}
