package app.backmatter.mail.bounce;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a mail server's answer means for the address, by its enhanced status code (RFC 3463, 5248) and its words. Cautious:
 * only what surely says that there is no such address is a hard bounce, and what is about us, the message or the connection
 * is none of the address's.
 */
public final class BounceTable {
    /** Of {@code 550 5.1.1 ...}, {@code 550-5.1.1} and {@code Status: 5.1.1}, but not of an IP address. */
    private static final Pattern STATUS = Pattern.compile("(?<![\\d.])([245])\\.(\\d{1,3})\\.(\\d{1,3})(?![\\d.])");

    private static final Pattern REPLY = Pattern.compile("^\\D{0,12}([245]\\d\\d)\\b");

    private static final Pattern NOBODY = Pattern.compile(
            "user unknown|unknown user|unknown recipient|unknown address|unknown mailbox|unknown local part"
                    + "|no such (user|recipient|mailbox|person|address|account|domain)"
                    + "|(user|recipient|mailbox|account|address|domain)( name)? (does not|doesn't|not) exist"
                    + "|(user|recipient|mailbox|account|address)( was)? not found|recipientnotfound"
                    + "|(account|mailbox|user) (that you tried to reach )?(does not exist|is disabled|has been disabled"
                    + "|is inactive|is unavailable)"
                    + "|invalid (recipient|mailbox|address)|no mailbox (here|by that name)|mailbox unavailable"
                    + "|not a valid (mailbox|recipient|user)|domain not found|host not found|nxdomain|null mx"
                    + "|user .{1,80} (does not|doesn't) exist|recipient address rejected: access denied");

    private static final Pattern OURS = Pattern.compile(
            "spam|block(ed|list)|blacklist|reputation|\\bdmarc\\b|\\bspf\\b|\\bdkim\\b|\\bpolic(y|ies)\\b|spamhaus"
                    + "|relay(ing)? (access )?denied|unauthenticated|unsolicited|virus|greylist|graylist"
                    + "|sender (address )?rejected|rate limit|too many (connections|messages)");

    private BounceTable() {}

    /** @param words as the mail server said it, with its code */
    public static ReportKind kindOf(String words) {
        return kindOf(statusIn(words), words);
    }

    /** @param status such as 5.1.1; may be empty */
    public static ReportKind kindOf(String status, String words) {
        var said = words.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        if (OURS.matcher(said).find()) {
            return ReportKind.BLOCKED;
        }
        var code = STATUS.matcher(status);
        return code.find() ? byStatus(code, said) : byReply(said);
    }

    /** The first enhanced code in a mail server's words; empty when there is none. */
    public static String statusIn(String words) {
        var code = STATUS.matcher(words);
        return code.find() ? code.group() : "";
    }

    private static ReportKind byStatus(Matcher code, String said) {
        int subject = Integer.parseInt(code.group(2));
        int detail = Integer.parseInt(code.group(3));
        if (!code.group(1).equals("5")) {
            return subject == 7 ? ReportKind.BLOCKED : ReportKind.SOFT_BOUNCE;
        }
        return switch (subject) {
            case 1 -> address(detail, said);
            case 2 -> mailbox(detail, said);
            case 3 -> detail == 4 ? ReportKind.BLOCKED : ReportKind.SOFT_BOUNCE;
            case 4 -> detail == 310 ? ReportKind.HARD_BOUNCE : nobodyOr(ReportKind.SOFT_BOUNCE, said);
            case 0, 5 -> nobodyOr(ReportKind.BLOCKED, said);
            default -> ReportKind.BLOCKED;
        };
    }

    private static ReportKind address(int detail, String said) {
        return switch (detail) {
            case 1, 2, 3, 6, 10 -> ReportKind.HARD_BOUNCE;
            // the sender's, not the reader's
            case 7, 8 -> ReportKind.BLOCKED;
            default -> nobodyOr(ReportKind.SOFT_BOUNCE, said);
        };
    }

    /** Gmail says 5.2.1 of accounts that are disabled, and of those that get too much at once. */
    private static ReportKind mailbox(int detail, String said) {
        return switch (detail) {
            case 1 -> said.contains(" rate ") ? ReportKind.SOFT_BOUNCE : ReportKind.HARD_BOUNCE;
            case 3 -> ReportKind.BLOCKED;
            case 0 -> nobodyOr(ReportKind.SOFT_BOUNCE, said);
            default -> ReportKind.SOFT_BOUNCE;
        };
    }

    private static ReportKind byReply(String said) {
        var reply = REPLY.matcher(said);
        if (!reply.find()) {
            return ReportKind.SOFT_BOUNCE;
        }
        return switch (reply.group(1)) {
            case "550", "551", "553" -> nobodyOr(ReportKind.SOFT_BOUNCE, said);
            case "552" -> ReportKind.SOFT_BOUNCE;
            default -> reply.group(1).startsWith("4") ? ReportKind.SOFT_BOUNCE : nobodyOr(ReportKind.BLOCKED, said);
        };
    }

    private static ReportKind nobodyOr(ReportKind otherwise, String said) {
        return NOBODY.matcher(said).find() ? ReportKind.HARD_BOUNCE : otherwise;
    }
}
