package app.backmatter.support;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Function;
import org.jsoup.Jsoup;

/** What a mail has to be so that any mailbox provider takes it well: RFC 5322, 2045, 2369, 2919, 8058 and 6376. */
public final class MailRules {
    private static final List<String> ONCE =
            List.of("from", "to", "subject", "date", "message-id", "mime-version", "content-type");
    private static final String DATE =
            "(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \\d{4}"
                    + " \\d\\d:\\d\\d:\\d\\d [+-]\\d{4}( \\(\\w+\\))?";

    private final String message;
    private final List<String> headers;
    private final List<String> problems = new ArrayList<>();

    private MailRules(String message) {
        this.message = message;
        this.headers = List.of(message.split("\r\n\r\n", 2)[0].split("\r\n(?![ \t])"));
    }

    /**
     * @param message as it left
     * @param marketing whether readers must be able to leave by it
     * @param dns where its signature can be checked; null for a mail that nobody signs
     */
    public static List<String> problems(String message, boolean marketing, Function<String, String> dns)
            throws MessagingException, IOException {
        var rules = new MailRules(message);
        rules.lines();
        rules.headers();
        rules.list(marketing);
        rules.parts(marketing);
        if (dns != null) {
            rules.signature(marketing, dns);
        }
        return rules.problems;
    }

    private void require(boolean fine, String problem) {
        if (!fine) {
            problems.add(problem);
        }
    }

    private void lines() {
        require(!message.replace("\r\n", "").matches("(?s).*[\r\n].*"), "a line that does not end with CR LF");
        require(message.chars().allMatch(c -> c < 127 && c >= 32 || c == '\r' || c == '\n' || c == '\t'), "not ASCII");
        for (var line : message.split("\r\n")) {
            require(line.length() <= 998, "a line of " + line.length());
        }
        for (var line : message.split("\r\n\r\n", 2)[1].split("\r\n")) {
            require(line.length() <= 78, "a body's line of " + line.length() + ": " + line);
        }
        headers.forEach(header -> header.lines()
                .forEach(line -> require(
                        line.length() <= 78
                                || !line.replaceFirst("^\\S+: ", "").strip().contains(" "),
                        "a header's line of " + line.length() + ": " + line)));
    }

    private void headers() throws MessagingException {
        for (var name : ONCE) {
            require(values(name).size() == 1, values(name).size() + " times " + name);
        }
        headers.forEach(header -> require(header.matches("(?s)[!-9;-~]+:[ \\t].*"), "no header: " + header));
        require(value("date").matches(DATE), "date: " + value("date"));
        require(value("message-id").matches("<[^\\s<>@]+@[^\\s<>@]+>"), "message-id");
        require(!value("subject").isBlank(), "no subject");
        for (var name : List.of("from", "to", "reply-to")) {
            for (var value : values(name)) {
                require(InternetAddress.parseHeader(value, true).length == 1, name + ": " + value);
            }
        }
    }

    private void list(boolean marketing) {
        if (!marketing) {
            require(values("list-unsubscribe").isEmpty(), "a list, though it is none");
            return;
        }
        require(value("list-unsubscribe").matches("<https?://[^\\s<>]+>"), "list-unsubscribe");
        require(value("list-unsubscribe-post").equals("List-Unsubscribe=One-Click"), "list-unsubscribe-post");
        require(value("list-id").matches("<[a-z0-9-]+(\\.[a-z0-9-]+)+>"), "list-id: " + value("list-id"));
    }

    private void parts(boolean marketing) throws MessagingException, IOException {
        var mail = new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(message.getBytes(StandardCharsets.US_ASCII)));
        var content = mail.getContent();
        if (content instanceof MimeMultipart mixed && mail.isMimeType("multipart/mixed")) {
            content = mixed.getBodyPart(0).getContent();
        }
        if (!(content instanceof MimeMultipart both) || !both.getContentType().startsWith("multipart/alternative")) {
            problems.add("not both plain and HTML");
            return;
        }
        require(both.getCount() == 2, both.getCount() + " parts");
        var plain = text(both.getBodyPart(0), "text/plain");
        var html = Jsoup.parse(text(both.getBodyPart(1), "text/html"));
        require(!plain.isBlank() && !html.body().text().isBlank(), "an empty part");
        require(!plain.matches("(?s).*<(p|div|table|br|a)[ >].*"), "tags in the plain part");
        require(!html.select("html[lang]").isEmpty() && !html.title().isBlank(), "HTML without language or title");
        require(html.select("img:not([alt])").isEmpty(), "a picture without words");
        require(html.select("script, form, iframe, object").isEmpty(), "what no mail program shows");
        require(html.outerHtml().length() < 100_000, "more than Gmail shows");
        if (marketing) {
            for (var each : List.of(plain, html.body().html())) {
                require(each.contains("/unsubscribe/"), "no way to leave");
                require(each.contains("1 Street"), "no postal address");
            }
        }
    }

    private String text(BodyPart part, String type) throws MessagingException, IOException {
        require(part.isMimeType(type), "no " + type);
        require(
                part.getContentType().toUpperCase(Locale.ROOT).contains("UTF-8")
                        || part.getContentType().toUpperCase(Locale.ROOT).contains("ASCII"),
                part.getContentType());
        return part.getContent().toString();
    }

    private void signature(boolean marketing, Function<String, String> dns) {
        var fault = DkimVerifier.fault(message, dns);
        require(fault.isEmpty(), "signature: " + fault);
        var signed = Arrays.asList(DkimVerifier.signature(message)
                .getOrDefault("h", "")
                .replaceAll("\\s", "")
                .split(":"));
        require(
                signed.containsAll(
                        List.of("From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type")),
                "signed: " + signed);
        require(
                !marketing || signed.containsAll(List.of("List-Id", "List-Unsubscribe", "List-Unsubscribe-Post")),
                "list not signed: " + signed);
    }

    private String value(String name) {
        var values = values(name);
        return values.isEmpty() ? "" : values.getFirst();
    }

    private List<String> values(String name) {
        return headers.stream()
                .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(header ->
                        header.substring(name.length() + 1).replace("\r\n", "").strip())
                .toList();
    }
}
