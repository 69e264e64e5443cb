package app.backmatter.mail.web.sequence;

import java.util.Map;

/**
 * What a condition in its place can ask, and where the others can go on.
 *
 * @param asks names by what the form sends
 * @param later the steps behind it: their names by their ids
 */
record StepChoices(Map<String, String> asks, Map<String, String> later) {}
