package app.backmatter.funnels.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.backmatter.orders.payment.DisputeNews.State;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.DisputeFixtures;
import app.backmatter.support.RefundFixtures;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The money for a present goes back, or a bank wants it back. */
@BackmatterTest
class PresentTakenBackTests extends PresentScene {
    @Autowired
    RefundFixtures refunds;

    @Autowired
    DisputeFixtures disputes;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void aPresentWhoseMoneyWentBackIsNobodysBeforeItIsAccepted() {
        give("presentOn", in(5).toString());
        var link = "/present/" + token();

        takeBack();

        assertThat(browser.get(link).status()).isEqualTo(410);
        assertThat(browser.post(link).status()).isEqualTo(410);
        assertThat(contact(MARY)).isEmpty();
        clock.advance(Duration.ofDays(6));
        await().until(() -> states().equals(List.of("CANCELLED")));
    }

    @Test
    void aPresentWhoseMoneyWentBackIsTakenFromWhoAcceptedIt() {
        give();
        var link = mailbox.waitForOneTo(MARY).button();
        browser.post(link);

        takeBack();

        assertThat(owned(MARY)).isEmpty();
        assertThat(browser.get(link).status()).isEqualTo(410);
        assertThat(refundLetter())
                .contains("Your present for Mary is taken back")
                .doesNotContain("stays in your library");
    }

    @Test
    void moneyThatGoesBackForFilesThatStayLeavesThePresent() {
        give();
        var link = mailbox.waitForOneTo(MARY).button();

        refunds.form(workspace, order().id()).send();

        assertThat(browser.get(link).status()).isEqualTo(200);
        browser.post(link);
        assertThat(owned(MARY)).hasSize(2);
        assertThat(refundLetter())
                .contains("Your present for Mary stays theirs")
                .doesNotContain("stays in your library");
    }

    @Test
    void authorsAreToldBeforeARefundWhatBecomesOfThePresent() {
        give("presentOn", in(5).toString());

        assertThat(refunds.form(workspace, order().id()).review().text())
                .contains("Taken back from the present for Mary")
                .doesNotContain("The reader keeps the files");
        clock.advance(Duration.ofDays(6));
        assertThat(refunds.form(workspace, order().id()).review().text())
                .contains("The present for Mary stays")
                .doesNotContain("Taken back from the present");
    }

    @Test
    void aPresentWhosePaymentABankDisputesWaits() {
        give("presentOn", in(5).toString());
        var link = "/present/" + token();

        dispute(State.OPEN);
        clock.advance(Duration.ofDays(6));

        await().until(this::waits);
        assertThat(browser.get(link).text()).contains("This present has to wait");
        assertThat(browser.post(link).text()).contains("This present has to wait");
        assertThat(contact(MARY)).isEmpty();
        assertThat(mailbox.to(MARY)).isEmpty();
        assertThat(browser.get(way + "/receipt").text()).contains("Until that is decided the present waits");

        dispute(State.WON);
        clock.advance(Duration.ofHours(2));
        browser.post(mailbox.waitForOneTo(MARY).button());
        assertThat(owned(MARY)).hasSize(2);
    }

    @Test
    void aPresentThatABankTookTheMoneyForIsNotMailed() {
        give("presentOn", in(5).toString());
        dispute(State.OPEN);
        clock.advance(Duration.ofDays(6));
        await().until(this::waits);

        dispute(State.LOST);
        clock.advance(Duration.ofHours(2));

        await().until(() -> states().equals(List.of("CANCELLED")));
        assertThat(browser.get("/present/" + token()).status()).isEqualTo(410);
    }

    @Test
    void aLinkThatWasNotMailedIsOnceTheMoneyIsTheAuthorsAgain() {
        give("presentOn", in(5).toString());
        dispute(State.LOST);
        clock.advance(Duration.ofDays(6));
        await().until(() -> states().equals(List.of("CANCELLED")));

        dispute(State.WON);

        browser.post(mailbox.waitForOneTo(MARY).button());
        assertThat(owned(MARY)).hasSize(2);
    }

    @Test
    void aLinkThatWasMailedIsNotMailedAgain() {
        give();
        mailbox.waitForOneTo(MARY);
        var left = leftAt();

        dispute(State.LOST);
        dispute(State.WON);

        assertThat(leftAt()).isEqualTo(left);
    }

    private String leftAt() {
        return jdbc.sql("select left_at::text from messages where workspace_id = ? and template = 'present'")
                .param(workspace.id().value())
                .query(String.class)
                .single();
    }

    @Test
    void whoAcceptsItWaitsForWhoeverTakesItBack() {
        give();
        var link = mailbox.waitForOneTo(MARY).button();

        var accepted = transactions.execute(status -> {
            jdbc.sql("select id from orders where id = ? for update")
                    .param(order().id().value())
                    .query(UUID.class)
                    .single();
            var answer = CompletableFuture.supplyAsync(() -> browser.post(link));
            await().pollInSameThread().until(this::somebodyWaits);
            dispute(State.OPEN);
            return answer;
        });

        assertThat(Objects.requireNonNull(accepted).join().text()).contains("This present has to wait");
        assertThat(contact(MARY)).isEmpty();
    }

    private boolean somebodyWaits() {
        return jdbc.sql("""
            select exists (select from pg_locks where not granted and transactionid = pg_current_xact_id()::xid)
            """).query(Boolean.class).single();
    }

    @Test
    void aDisputeTakesItFromWhoAcceptedItUntilItIsDecided() {
        give();
        browser.post(mailbox.waitForOneTo(MARY).button());

        dispute(State.OPEN);
        assertThat(owned(MARY)).isEmpty();
        dispute(State.WON);
        assertThat(owned(MARY)).hasSize(2);
    }

    @Test
    void whatWentBackBeforeTheLinkWasMailedIsNotGiven() {
        give("presentOn", in(5).toString());

        refunds.form(workspace, order().id()).send();

        assertThat(browser.get("/present/" + token()).status()).isEqualTo(410);
        clock.advance(Duration.ofDays(6));
        await().until(() -> states().equals(List.of("CANCELLED")));
    }

    private void dispute(State state) {
        var order = order();
        assertThat(disputes.tell(workspace, order.id().value(), state, order.total()))
                .isTrue();
    }

    private String refundLetter() {
        return mailbox.waitForOneTo(GIVER, "refund").text();
    }

    private void takeBack() {
        assertThat(refunds.form(workspace, order().id())
                        .takingFilesBack()
                        .send()
                        .status())
                .isEqualTo(302);
    }

    /** For longer than any letter is in hand. */
    private boolean waits() {
        return states().equals(List.of("QUEUED"))
                && due().isAfter(clock.instant().plus(Duration.ofMinutes(50)));
    }

    private List<String> states() {
        return jdbc.sql("select state from messages where workspace_id = ? and template = 'present'")
                .param(workspace.id().value())
                .query(String.class)
                .list();
    }
}
