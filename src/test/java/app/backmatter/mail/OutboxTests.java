package app.backmatter.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.backmatter.audience.Audience;
import app.backmatter.audience.ContactId;
import app.backmatter.audience.SignUpMother;
import app.backmatter.audience.Suppression;
import app.backmatter.audience.SuppressionReason;
import app.backmatter.audience.Suppressions;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.EmailAddress;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.Mailbox;
import app.backmatter.support.TestLetter;
import app.backmatter.support.TestWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@BackmatterTest
class OutboxTests {
    @Autowired
    AccountFixtures fixtures;

    @Autowired
    Outbox outbox;

    @Autowired
    Audience audience;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Suppressions suppressions;

    @Autowired
    TransactionTemplate transaction;

    TestWorkspace workspace;
    Mailbox mailbox;

    @BeforeEach
    void makeWorkspace() {
        workspace = fixtures.workspace();
        mailbox = new Mailbox(jdbc, workspace.id());
    }

    @Test
    void keepsTheMailAsItWouldHaveLeft() {
        queue(TestLetter.to(
                workspace.id(),
                null,
                "ana@example.com",
                false,
                Map.of("subject", "Your gift", "body", "Dear *Ana*,\n\nsee [the map](https://example.com/map).")));

        var mail = mailbox.waitForOneTo("ana@example.com");

        assertThat(mail.state()).isEqualTo("KEPT");
        assertThat(mail.subject()).isEqualTo("Your gift");
        assertThat(mail.html()).contains("<em>Ana</em>").hasSizeLessThan(100_000);
        assertThat(mail.button()).isEqualTo("https://example.com/open");
        assertThat(mail.text())
                .startsWith("Dear Ana,")
                .contains("see the map (https://example.com/map).")
                .contains("Open it:\nhttps://example.com/open\n");
    }

    @Test
    void comesWithinASecondOrSo() {
        var start = Instant.now();
        queue(TestLetter.to(workspace.id(), null, "ana@example.com", false, Map.of()));
        mailbox.waitForOneTo("ana@example.com");
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void marketingShowsHowToLeave() {
        var contact = subscriber("ana@example.com");
        queue(TestLetter.to(workspace.id(), contact, "ana@example.com", true, Map.of()));

        var mail = mailbox.waitForOneTo("ana@example.com");
        assertThat(mail.unsubscribe()).contains("/unsubscribe/");
        assertThat(mail.preferences()).contains("/preferences/");
        assertThat(mail.text()).contains(mail.unsubscribe());
    }

    @Test
    void whereNothingArrivesOnlyWhatIsTriedForAReasonLeaves() {
        var contact = subscriber("soft@example.com");
        suppress("soft@example.com", SuppressionReason.SOFT_BOUNCES);
        suppress("gone@example.com", SuppressionReason.HARD_BOUNCE);

        queue(
                TestLetter.to(workspace.id(), contact, "soft@example.com", true, Map.of()),
                TestLetter.to(workspace.id(), null, "gone@example.com", false, Map.of()),
                TestLetter.to(workspace.id(), contact, "soft@example.com", false, Map.of("subject", "Receipt")));

        assertThat(mailbox.waitForOneTo("soft@example.com").subject()).isEqualTo("Receipt");
        await().until(() -> states().stream().sorted().toList().equals(List.of("CANCELLED", "CANCELLED", "KEPT")));
    }

    private void suppress(String address, SuppressionReason reason) {
        WorkspaceScope.run(
                workspace.id(),
                () -> suppressions.suppress(
                        List.of(new Suppression(new EmailAddress(address), reason, "", Instant.now()))));
    }

    @Test
    void oneKeyIsOneMail() {
        var letter = TestLetter.to(workspace.id(), null, "ana@example.com", false, Map.of());
        queue(letter, letter);
        queue(letter);
        mailbox.waitForOneTo("ana@example.com");
        assertThat(states()).containsExactly("KEPT");
    }

    @Test
    void aRolledBackTransactionLeavesNoMail() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    queue(TestLetter.to(workspace.id(), null, "ana@example.com", false, Map.of()));
                    throw new IllegalArgumentException("rolled back");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(states()).isEmpty();
    }

    @Test
    void marketingReachesNobodyUnconfirmed() {
        var contact = audience.signUp(
                        List.of(SignUpMother.ana(workspace.id(), Instant.now()).build()))
                .getFirst()
                .contact();
        queue(TestLetter.to(workspace.id(), contact, "ana@example.com", true, Map.of()));
        awaitStates("CANCELLED");
    }

    @Test
    void leavingStopsWhatHasNotLeft() {
        var contact = subscriber("ana@example.com");
        var later = TestLetter.to(workspace.id(), contact, "ana@example.com", true, Map.of());
        outbox.queue(List.of(at(Instant.now().plusSeconds(3600), later)));

        WorkspaceScope.run(workspace.id(), () -> audience.unsubscribe(contact, "/unsubscribe", Instant.now()));
        outbox.release(workspace.id(), later.key());

        awaitStates("CANCELLED");
        assertThat(mailbox.all()).isEmpty();
    }

    @Test
    void waitsUntilReleased() {
        var receipt = at(
                Instant.now().plusSeconds(900),
                TestLetter.to(workspace.id(), null, "ana@example.com", false, Map.of()));
        queue(receipt);
        assertThat(states()).containsExactly("QUEUED");

        outbox.release(workspace.id(), receipt.key());
        mailbox.waitForOneTo("ana@example.com");
    }

    @Test
    void templateExpressionsInTextStayLiteral() {
        var expression = "${1234*5678} [[${1234*5678}]] [(${1234*5678})] __${1234*5678}__ <b>*{x}</b> #{mail.x}";
        queue(TestLetter.to(
                workspace.id(),
                null,
                "ana@example.com",
                false,
                Map.of("subject", expression, "body", expression, "button", expression)));

        var mail = mailbox.waitForOneTo("ana@example.com");
        assertThat(mail.subject()).contains("${1234*5678}");
        assertThat(mail.html()).doesNotContain("7006652").doesNotContain("<b>");
        assertThat(mail.text()).doesNotContain("7006652");
    }

    @Test
    void aLetterThatCannotBeWrittenHoldsUpNoOther() {
        var broken = new Letter(
                workspace.id(),
                null,
                new EmailAddress("ben@example.com"),
                "no-such-template",
                Map.of(),
                "broken",
                false,
                Instant.EPOCH);
        queue(broken, TestLetter.to(workspace.id(), null, "ana@example.com", false, Map.of()));
        mailbox.waitForOneTo("ana@example.com");
        awaitStates("QUEUED", "KEPT");
    }

    private ContactId subscriber(String email) {
        var signUp =
                SignUpMother.ana(workspace.id(), Instant.now()).withEmail(email).singleOptIn();
        return audience.signUp(List.of(signUp.build())).getFirst().contact();
    }

    private static Letter at(Instant due, Letter letter) {
        return new Letter(
                letter.workspace(),
                letter.contact(),
                letter.to(),
                letter.template(),
                letter.fields(),
                letter.key(),
                letter.marketing(),
                due);
    }

    private void queue(Letter... letters) {
        outbox.queue(List.of(letters));
    }

    private void awaitStates(String... states) {
        await().untilAsserted(() -> assertThat(states()).containsExactlyInAnyOrder(states));
    }

    private List<String> states() {
        return jdbc.sql("select state from messages where workspace_id = ?")
                .param(workspace.id().value())
                .query((row, n) -> row.getString(1))
                .list();
    }
}
