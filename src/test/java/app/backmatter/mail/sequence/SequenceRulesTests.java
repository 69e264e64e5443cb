package app.backmatter.mail.sequence;

import static app.backmatter.support.SequenceFixtures.days;
import static app.backmatter.support.SequenceFixtures.mail;
import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.audience.Audience;
import app.backmatter.audience.ContactId;
import app.backmatter.audience.Purchase;
import app.backmatter.audience.Purchases;
import app.backmatter.audience.SegmentId;
import app.backmatter.audience.SignUpMother;
import app.backmatter.audience.domain.TagShelf;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.SequenceId;
import app.backmatter.mail.Sequences;
import app.backmatter.mail.sequence.SequenceRules.Way;
import app.backmatter.pages.Use;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Ids;
import app.backmatter.shared.Money;
import app.backmatter.shared.Source;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.BroadcastFixtures;
import app.backmatter.support.SegmentFixtures;
import app.backmatter.support.SequenceFixtures;
import app.backmatter.support.TestWorkspace;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@BackmatterTest
class SequenceRulesTests {
    @Autowired
    AccountFixtures fixtures;

    @Autowired
    SequenceFixtures made;

    @Autowired
    BroadcastFixtures crowd;

    @Autowired
    SequenceRules rules;

    @Autowired
    FollowOccasions occasions;

    @Autowired
    Intakes intakes;

    @Autowired
    Sequences sequences;

    @Autowired
    MovePerson move;

    @Autowired
    SequencePeople people;

    @Autowired
    Audience audience;

    @Autowired
    Purchases purchases;

    @Autowired
    TagShelf tags;

    @Autowired
    EditSteps edit;

    @Autowired
    SequenceSteps steps;

    @Autowired
    SegmentFixtures segments;

    @Autowired
    SegmentsLetIn needed;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    final UUID product = Ids.next();
    TestWorkspace workspace;
    SequenceId sequence;

    @BeforeEach
    void makeSequence() {
        workspace = fixtures.workspace();
        sequence = made.of(workspace.id(), days(3), mail("Welcome"));
    }

    @Test
    void whoSignsUpComesInWhenMailMayCome() {
        entry(Occasion.SIGNED_UP, "");
        var single = signUp(SignUpMother.ana(workspace.id(), Instant.now()).singleOptIn());
        var doubled = signUp(ana("bea@example.com"));
        follow();
        assertThat(inside()).containsExactly(single);

        inScope(() -> audience.confirm(doubled, Instant.now()));
        inScope(() -> audience.confirm(doubled, Instant.now()));
        follow();
        assertThat(inside()).containsExactlyInAnyOrder(single, doubled);
    }

    @Test
    void aPageAndAPlaceBringInThoseWhoComeThereAlone() {
        var place = Ids.next();
        entry(Occasion.SIGNED_UP, "/p/ana/map");
        entry(Occasion.SIGNED_UP, place.toString());
        signUp(ana("gift@example.com").at("/p/ana/gift").singleOptIn());
        var page = signUp(ana("map@example.com").at("/p/ana/map").singleOptIn());
        var printed = signUp(ana("print@example.com").from(Source.place(place)).singleOptIn());
        follow();
        assertThat(inside()).containsExactlyInAnyOrder(page, printed);
    }

    @Test
    void aTagBringsInByWhateverWayItCame() {
        entry(Occasion.TAGGED, "fan");
        var tagged = signUp(ana("a@example.com").singleOptIn());
        var early = signUp(ana("b@example.com"));
        var stranger = inScope(() ->
                audience.buyer(new EmailAddress("c@example.com"), "", Source.DIRECT, Instant.now(), Instant.now()));
        for (var contact : List.of(tagged, early, stranger)) {
            inScope(() -> audience.tag(contact, "fan", Instant.now()));
        }
        follow();
        assertThat(inside()).as("who may be mailed").containsExactly(tagged);
        inScope(() -> audience.confirm(early, Instant.now()));
        follow();
        assertThat(inside()).containsExactlyInAnyOrder(tagged, early);
    }

    @Test
    void aPurchaseBringsInAndEndsByRuleInItsOwnTransaction() {
        entry(Occasion.BOUGHT, product.toString());
        var buyer = signUp(ana("a@example.com").singleOptIn());
        inScope(() -> buy(buyer, product));
        follow();
        assertThat(inside()).containsExactly(buyer);

        inScope(() -> rules.add(sequence, Way.EXIT, Occasion.BOUGHT, ""));
        inScope(() -> sequences.stopPitch(buyer, List.of(Ids.next()), Instant.now()));
        assertThat(inside()).isEmpty();
        inScope(() -> {
            var person = people.of(buyer).getFirst();
            assertThat(person.ended()).isEqualTo(Ended.BOUGHT);
            assertThat(move.to(person, Ids.next())).isFalse();
        });
    }

    @Test
    void aTagEndsItAndWhomARuleWouldEndStaysOut() {
        entry(Occasion.SIGNED_UP, "");
        inScope(() -> rules.add(sequence, Way.EXIT, Occasion.TAGGED, "done"));
        inScope(() -> rules.add(sequence, Way.EXIT, Occasion.BOUGHT, product.toString()));
        var ana = signUp(ana("a@example.com").singleOptIn());
        var owner = signUp(ana("b@example.com").singleOptIn());
        inScope(() -> buy(owner, product));
        follow();
        assertThat(inside()).as("who has not got it yet").containsExactly(ana);

        inScope(() -> audience.tag(ana, "done", Instant.now()));
        follow();
        assertThat(inside()).isEmpty();
    }

    @Test
    void followATagThatGetsAnotherName() {
        entry(Occasion.TAGGED, "fan");
        inScope(() -> rules.add(sequence, Way.EXIT, Occasion.TAGGED, "done"));
        inScope(() -> rules.add(sequence, Way.EXIT, Occasion.TAGGED, "over"));
        var asked = inScope(() -> edit.add(sequence, 0, new Step.Condition(Step.Asked.TAGGED, "fan", true, null)));
        var before = signUp(ana("a@example.com").singleOptIn());
        inScope(() -> audience.tag(before, "fan", Instant.now()));
        follow();
        assertThat(inScope(() -> tags.uses("fan"))).extracting(Use::name).hasSize(1);

        inScope(() -> tags.rename("fan", "reader"));
        inScope(() -> tags.rename("done", "over"));

        assertThat(inScope(() -> rules.of(sequence)))
                .extracting(rule -> rule.way() + " " + rule.subject())
                .containsExactlyInAnyOrder("ENTRY reader", "EXIT over");
        assertThat(inScope(() -> steps.find(sequence, asked)).orElseThrow().step())
                .isEqualTo(new Step.Condition(Step.Asked.TAGGED, "reader", true, null));
        var after = signUp(ana("b@example.com").singleOptIn());
        inScope(() -> audience.tag(after, "reader", Instant.now()));
        follow();
        assertThat(inside()).containsExactlyInAnyOrder(before, after);
        assertThat(inScope(() -> tags.uses("fan"))).isEmpty();
    }

    @Test
    void aSegmentIsNeededWhileItIsLetIn() {
        var segment = segments.tagged(workspace.id(), "Fans", "fan");
        transaction.executeWithoutResult(status -> inScope(() -> {
            intakes.begin(sequence, segment);
            assertThat(needed.of(segment)).extracting(Use::path).containsExactly("/mail/sequences/" + sequence);
            assertThat(needed.of(SegmentId.next())).isEmpty();
        }));
        while (intakes.goOn()) {
            // each stretch by itself
        }
        inScope(() -> assertThat(needed.of(segment)).isEmpty());
    }

    @Test
    void nothingIsKeptThatNobodyWaitsFor() {
        signUp(ana("a@example.com").singleOptIn());
        entry(Occasion.TAGGED, "fan");
        inScope(() -> rules.remove(sequence, rules.of(sequence).getFirst().id()));
        inScope(() -> audience.tag(signUp(ana("b@example.com").singleOptIn()), "fan", Instant.now()));
        assertThat(jdbc.sql("select count(*) from occasions where workspace_id = ?")
                        .param(workspace.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aWholeListComesInOnceByStretches() {
        crowd.subscribers(workspace, 4_500);
        crowd.people(workspace, "gone", 10, "UNSUBSCRIBED");
        inScope(() -> intakes.begin(sequence, null));
        inScope(() -> intakes.begin(sequence, null));
        while (intakes.goOn()) {
            // each stretch by itself
        }
        assertThat(inside()).hasSize(4_500).doesNotHaveDuplicates();
    }

    private SignUpMother ana(String email) {
        return SignUpMother.ana(workspace.id(), Instant.now()).withEmail(email);
    }

    private ContactId signUp(SignUpMother who) {
        return audience.signUp(List.of(who.build())).getFirst().contact();
    }

    private void buy(ContactId contact, UUID bought) {
        purchases.keep(new Purchase(contact, Ids.next(), Set.of(bought), Money.of(1900, "USD"), "US", Instant.now()));
    }

    private void entry(Occasion occasion, String subject) {
        inScope(() -> rules.add(sequence, Way.ENTRY, occasion, subject));
    }

    private void follow() {
        while (occasions.follow()) {
            // until nothing is left
        }
    }

    private List<ContactId> inside() {
        return jdbc.sql("select contact_id from enrolments where workspace_id = ? and state = 'ACTIVE'")
                .param(workspace.id().value())
                .query((row, n) -> new ContactId(row.getObject(1, UUID.class)))
                .list();
    }

    private void inScope(Runnable work) {
        WorkspaceScope.run(workspace.id(), work);
    }

    private <T> T inScope(ScopedValue.CallableOp<T, RuntimeException> work) {
        return WorkspaceScope.call(workspace.id(), work);
    }
}
