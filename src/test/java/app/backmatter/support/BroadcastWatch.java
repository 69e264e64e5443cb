package app.backmatter.support;

import static org.awaitility.Awaitility.await;

import app.backmatter.mail.BroadcastId;
import app.backmatter.mail.broadcast.BroadcastSender;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Looks on while broadcasts leave. Whoever looks for something to do only every few seconds looks as often as it does. */
@Component
public class BroadcastWatch {
    private final JdbcClient jdbc;
    private final JavaMailSenderImpl mail;
    private final MovableClock clock;
    private final BroadcastSender sender;
    private final TransactionOperations transactions;

    BroadcastWatch(
            JdbcClient jdbc,
            JavaMailSenderImpl mail,
            MovableClock clock,
            BroadcastSender sender,
            TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.mail = mail;
        this.clock = clock;
        this.sender = sender;
        this.transactions = transactions;
    }

    /** From now on broadcasts leave to there. */
    public MailServerSwitch sendTo(SmtpSink sink) {
        return new MailServerSwitch(mail, sink.port());
    }

    public void until(Callable<Boolean> reached) {
        await().until(() -> {
            look();
            return reached.call();
        });
    }

    public void untilSent(UUID broadcast) {
        until(() -> state(broadcast).equals("SENT"));
    }

    public void untilSent(BroadcastId broadcast) {
        untilSent(broadcast.value());
    }

    public String state(BroadcastId broadcast) {
        return state(broadcast.value());
    }

    public String state(UUID broadcast) {
        return jdbc.sql("select state from broadcasts where id = ?")
                .param(broadcast)
                .query(String.class)
                .single();
    }

    /** Whatever its rules say. */
    public void state(UUID broadcast, String state) {
        jdbc.sql("update broadcasts set state = ? where id = ?")
                .params(state, broadcast)
                .update();
    }

    /** What is left of a test leaves in no other, and its time was not. */
    public void end() {
        jdbc.sql("update broadcasts set state = 'PAUSED' where state = 'SENDING'")
                .update();
        clock.reset();
    }

    private void look() {
        clock.lookNow();
        transactions.executeWithoutResult(_ -> sender.nudgeAfterCommit());
    }
}
