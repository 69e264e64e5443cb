package app.backmatter.audience;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Ids;
import app.backmatter.shared.Source;
import app.backmatter.shared.WorkspaceId;
import app.backmatter.support.BackmatterTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@BackmatterTest
class AudienceTests {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);

    @Autowired
    Audience audience;

    @Autowired
    ContactTokens tokens;

    @Autowired
    JdbcClient jdbc;

    final WorkspaceId workspace = WorkspaceId.next();

    @Test
    void keepsWhoSignedUpWithConsentAndSource() {
        var source = Source.place(Ids.next());
        var contact = signUp(ana().from(source)).contact();

        var view = find(contact);
        assertThat(view.email()).isEqualTo(new EmailAddress("ana@example.com"));
        assertThat(view.status()).isEqualTo(ContactStatus.PENDING);
        assertThat(view.firstSource()).isEqualTo(source);
        assertThat(view.joinedAt()).isEqualTo(NOW);
        assertThat(consents()).containsExactly("GIVEN Send me the letters. /p/ana/gift");
    }

    @Test
    void answersInTheOrderAskedAcrossWorkspaces() {
        var other = WorkspaceId.next();
        var asked = List.of(
                ana().build(),
                ana().in(other).build(),
                ana().withEmail("ben@example.com").build(),
                ana().build());

        var answers = audience.signUp(asked);

        assertThat(answers.get(0)).isEqualTo(answers.get(3)).isNotEqualTo(answers.get(1));
        assertThat(findIn(other, answers.get(1).contact()).email().value()).isEqualTo("ana@example.com");
        assertThat(find(answers.get(2).contact()).email().value()).isEqualTo("ben@example.com");
    }

    @Test
    void twoDifferentConsentsAtOnceAreBothKept() {
        audience.signUp(List.of(ana().build(), ana().at("/p/ana/second").build()));

        assertThat(count("contacts")).isEqualTo(1);
        assertThat(count("consents")).isEqualTo(2);
    }

    @Test
    void hundredParallelEqualSignUpsMakeOneContactAndOneConsent() throws Exception {
        var work = Collections.<Callable<SignedUp>>nCopies(100, () -> signUp(ana()));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(work).stream().map(Future::resultNow)).hasSize(100);
        }
        assertThat(count("contacts")).isEqualTo(1);
        assertThat(count("consents")).isEqualTo(1);
        assertThat(count("contact_events")).isEqualTo(1);
    }

    @Test
    void batchesInOppositeOrderDoNotBlockEachOther() throws Exception {
        var up = IntStream.range(0, 40)
                .mapToObj(n -> ana().withEmail("n%d@example.com".formatted(n)).build())
                .toList();
        var work = IntStream.range(0, 20)
                .<Callable<List<SignedUp>>>mapToObj(n -> () -> audience.signUp(n % 2 == 0 ? up : up.reversed()))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(work).stream().map(Future::resultNow)).hasSize(20);
        }
        assertThat(count("contacts")).isEqualTo(40);
    }

    @Test
    void singleOptInSubscribesAtOnce() {
        assertThat(signUp(ana().singleOptIn()).status()).isEqualTo(ContactStatus.SUBSCRIBED);
    }

    @Test
    void confirmingSubscribesOnce() {
        var contact = signUp(ana()).contact();
        run(() -> audience.confirm(contact, NOW));
        run(() -> audience.confirm(contact, NOW.plusSeconds(1)));

        assertThat(find(contact).status()).isEqualTo(ContactStatus.SUBSCRIBED);
        assertThat(history()).containsExactly("signed-up", "confirmed");
    }

    @Test
    void nobodyRenamesWhoHasConfirmed() {
        var contact = signUp(ana().named("Ana")).contact();
        run(() -> audience.confirm(contact, NOW));

        signUp(ana().named("WIN A PRIZE"));

        assertThat(find(contact).firstName()).isEqualTo("Ana");
    }

    @Test
    void whoLeftIsPendingUntilConfirmedAnew() {
        var contact = signUp(ana().singleOptIn()).contact();
        run(() -> audience.unsubscribe(contact, "/unsubscribe", NOW));

        assertThat(signUp(ana().singleOptIn()).status()).isEqualTo(ContactStatus.PENDING);
        assertThat(consents()).hasSize(3).element(1).isEqualTo("WITHDRAWN  /unsubscribe");

        run(() -> audience.confirm(contact, NOW));
        assertThat(find(contact).status()).isEqualTo(ContactStatus.SUBSCRIBED);
    }

    @Test
    void anOldConfirmationDoesNotReviveWhoLeft() {
        var contact = signUp(ana()).contact();
        run(() -> audience.unsubscribe(contact, "/unsubscribe", NOW));
        run(() -> audience.confirm(contact, NOW));

        assertThat(find(contact).status()).isEqualTo(ContactStatus.UNSUBSCRIBED);
    }

    @Test
    void buyingIsNoConsent() {
        var contact =
                inScope(() -> audience.buyer(new EmailAddress("ana@example.com"), "Ana", Source.DIRECT, NOW, NOW));
        assertThat(find(contact).status()).isEqualTo(ContactStatus.CUSTOMER);

        assertThat(signUp(ana()).contact()).isEqualTo(contact);
        assertThat(find(contact).status()).isEqualTo(ContactStatus.PENDING);
        assertThat(find(contact).firstName()).isEqualTo("Ana");
    }

    @Test
    void aDirectVisitLeavesTheLastSource() {
        var contact = signUp(ana().from(Source.campaign("spring"))).contact();
        run(() -> audience.seen(contact, Source.DIRECT, NOW.plusSeconds(5)));
        assertThat(find(contact).lastSource().label()).isEqualTo("spring");

        run(() -> audience.seen(contact, Source.campaign("autumn"), NOW.plusSeconds(6)));
        assertThat(find(contact).lastSource().label()).isEqualTo("autumn");
        assertThat(find(contact).firstSource().label()).isEqualTo("spring");
    }

    @Test
    void tagsOnce() {
        var contact = signUp(ana()).contact();
        run(() -> Stream.of("buyer", "buyer", "vip").forEach(tag -> audience.tag(contact, tag, NOW)));
        assertThat(find(contact).tags()).containsExactly("buyer", "vip");
    }

    @Test
    void anotherWorkspaceReachesNothing() {
        var contact = signUp(ana().singleOptIn()).contact();
        WorkspaceScope.run(WorkspaceId.next(), () -> {
            assertThat(audience.find(contact)).isEmpty();
            assertThat(audience.find(new EmailAddress("ana@example.com"))).isEmpty();
            audience.unsubscribe(contact, "/unsubscribe", NOW);
            audience.tag(contact, "stolen", NOW);
            audience.note(contact, "order", "stolen", NOW);
            audience.rename(contact, "Stolen");
        });
        assertThat(find(contact).status()).isEqualTo(ContactStatus.SUBSCRIBED);
        assertThat(find(contact).tags()).isEmpty();
        assertThat(find(contact).firstName()).isEmpty();
        assertThat(history()).containsExactly("signed-up");
    }

    @Test
    void anAlteredTokenBelongsToNobody() {
        var contact = signUp(ana()).contact();
        var token = tokens.of(workspace, contact).orElseThrow();

        assertThat(tokens.owner(token)).contains(new ContactTokens.Owner(workspace, contact));
        for (int i = 0; i < 42; i++) {
            var altered = token.substring(0, i) + (token.charAt(i) == 'A' ? 'B' : 'A') + token.substring(i + 1);
            assertThat(tokens.owner(altered)).isEmpty();
        }
        assertThat(tokens.owner("")).isEmpty();
        assertThat(tokens.owner(token + "A")).isEmpty();
    }

    private SignUpMother ana() {
        return SignUpMother.ana(workspace, NOW);
    }

    private SignedUp signUp(SignUpMother signUp) {
        return audience.signUp(List.of(signUp.build())).getFirst();
    }

    private ContactView find(ContactId contact) {
        return findIn(workspace, contact);
    }

    private ContactView findIn(WorkspaceId owner, ContactId contact) {
        return WorkspaceScope.call(owner, () -> audience.find(contact)).orElseThrow();
    }

    private void run(Runnable work) {
        WorkspaceScope.run(workspace, work);
    }

    private <T> T inScope(ScopedValue.CallableOp<T, RuntimeException> work) {
        return WorkspaceScope.call(workspace, work);
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table + " where workspace_id = ?")
                .param(workspace.value())
                .query(Integer.class)
                .single();
    }

    private List<String> consents() {
        return jdbc.sql("select kind || ' ' || text || ' ' || origin from consents where workspace_id = ? order by at,"
                        + " id")
                .param(workspace.value())
                .query((row, n) -> row.getString(1))
                .list();
    }

    private List<String> history() {
        return jdbc.sql("select kind from contact_events where workspace_id = ? order by id")
                .param(workspace.value())
                .query((row, n) -> row.getString(1))
                .list();
    }
}
