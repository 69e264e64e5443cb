package app.backmatter.support;

import static org.awaitility.Awaitility.await;

import app.backmatter.shared.WorkspaceId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The mails that left a workspace, as their readers got them, latest first. */
public record Mailbox(JdbcClient jdbc, WorkspaceId workspace) {
    /** A mail in somebody's hands. */
    public record Mail(String to, String subject, String html, String text, String state) {
        /** Where the button leads; whole address. */
        public String button() {
            return link("a.button");
        }

        public String unsubscribe() {
            return link("a[href*=/unsubscribe/]");
        }

        public String preferences() {
            return link("a[href*=/preferences/]");
        }

        private String link(String selector) {
            return Optional.ofNullable(Jsoup.parse(html).selectFirst(selector))
                    .map(link -> link.attr("href"))
                    .orElseThrow(() -> new AssertionError("No " + selector + " in: " + subject));
        }
    }

    public List<Mail> all() {
        return jdbc.sql("""
            select recipient, subject, html, plain, state from messages
            where workspace_id = ? and state in ('SENT', 'KEPT') order by left_at desc, id desc\
            """)
                .param(workspace.value())
                .query((row, n) -> new Mail(
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("html"),
                        row.getString("plain"),
                        row.getString("state")))
                .list();
    }

    public List<Mail> to(String address) {
        return all().stream().filter(mail -> mail.to().equals(address)).toList();
    }

    /** The latest mail to the address, as soon as there is one. */
    public Mail waitForOneTo(String address) {
        return await("a mail to " + address)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> to(address), mails -> !mails.isEmpty())
                .getFirst();
    }

    /** The latest mail to the address whose subject has these words in it, as soon as there is one. */
    public Mail waitForOneTo(String address, String words) {
        return await("a mail to " + address + " with the subject " + words)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> to(address).stream()
                                .filter(mail -> mail.subject().contains(words))
                                .toList(),
                        mails -> !mails.isEmpty())
                .getFirst();
    }
}
