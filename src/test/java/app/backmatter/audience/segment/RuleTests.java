package app.backmatter.audience.segment;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.audience.Addressed;
import app.backmatter.audience.Audience;
import app.backmatter.audience.ContactId;
import app.backmatter.audience.ContactStatus;
import app.backmatter.audience.MailActivity;
import app.backmatter.audience.MailDeed;
import app.backmatter.audience.Purchase;
import app.backmatter.audience.Purchases;
import app.backmatter.audience.Recipient;
import app.backmatter.audience.Recipients;
import app.backmatter.audience.SegmentId;
import app.backmatter.audience.SignUpMother;
import app.backmatter.audience.domain.ContactFilter;
import app.backmatter.audience.domain.ContactList;
import app.backmatter.audience.domain.EraseContact;
import app.backmatter.audience.segment.Rule.Bound;
import app.backmatter.audience.segment.Rule.Deed;
import app.backmatter.audience.segment.Rule.Join;
import app.backmatter.audience.segment.Rule.Visit;
import app.backmatter.books.Books;
import app.backmatter.books.NewBook;
import app.backmatter.catalog.Catalog;
import app.backmatter.catalog.NewProduct;
import app.backmatter.catalog.ProductType;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.Ids;
import app.backmatter.shared.Money;
import app.backmatter.shared.Source;
import app.backmatter.shared.SourceKind;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.TestWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every kind of rule finds who fits it, leaves out who does not, and never sees another workspace. */
@BackmatterTest
class RuleTests {
    private static final UUID PLACE = Ids.next();
    private static final UUID WORKBOOK = Ids.next();
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);

    @Autowired
    AccountFixtures fixtures;

    @Autowired
    Audience audience;

    @Autowired
    Purchases purchases;

    @Autowired
    MailActivity mailActivity;

    @Autowired
    Recipients recipients;

    @Autowired
    SegmentStore segments;

    @Autowired
    Fitting fitting;

    @Autowired
    ContactList list;

    @Autowired
    EraseContact erasure;

    @Autowired
    Books books;

    @Autowired
    Catalog catalog;

    @Autowired
    JdbcClient jdbc;

    TestWorkspace workspace;
    ContactId ana;
    ContactId ben;

    /** Ana did everything, Ben signed up long ago and has done nothing since; in another workspace both are Anas. */
    @BeforeEach
    void peopleTwoWorkspaces() {
        workspace = fixtures.workspace();
        ana = doEverything(workspace, "ana");
        ben = audience.signUp(List.of(SignUpMother.ana(workspace.id(), NOW.minus(Duration.ofDays(100)))
                        .withEmail("ben@example.com")
                        .at("/p/ana/old")
                        .build()))
                .getFirst()
                .contact();
        var other = fixtures.workspace();
        doEverything(other, "ana");
        doEverything(other, "ben");
    }

    @Test
    void findsWhoFitsEachRuleAndNobodyElse() {
        var today = LocalDate.ofInstant(NOW, ZoneId.of("America/New_York"));
        var rules = new LinkedHashMap<Rule, String>(Map.ofEntries(
                Map.entry(new Rule.Status(ContactStatus.SUBSCRIBED, true), "ana"),
                Map.entry(new Rule.Status(ContactStatus.SUBSCRIBED, false), "ben"),
                Map.entry(new Rule.Status(ContactStatus.PENDING, true), "ben"),
                Map.entry(new Rule.Tagged("early' or true --", true), "ana"),
                Map.entry(new Rule.Tagged("early' or true --", false), "ben"),
                Map.entry(new Rule.Tagged("never seen", false), "ana ben"),
                Map.entry(new Rule.AgreedOn("/p/ana/gift", true), "ana"),
                Map.entry(new Rule.AgreedOn("/p/ana/gift", false), "ben"),
                Map.entry(new Rule.CameBy(Visit.FIRST, SourceKind.PLACE, true), "ana"),
                Map.entry(new Rule.CameBy(Visit.LAST, SourceKind.CAMPAIGN, true), "ana"),
                Map.entry(new Rule.CameBy(Visit.LAST, SourceKind.DIRECT, false), "ana"),
                Map.entry(new Rule.CameFrom(Visit.FIRST, Source.place(PLACE), true), "ana"),
                Map.entry(new Rule.CameFrom(Visit.FIRST, Source.place(PLACE), false), "ben"),
                Map.entry(new Rule.CameFrom(Visit.LAST, Source.campaign("spring"), true), "ana"),
                Map.entry(new Rule.CameFrom(Visit.FIRST, Source.campaign("spring"), true), ""),
                Map.entry(new Rule.Country("DE", true), "ana"),
                Map.entry(new Rule.Country("DE", false), "ben"),
                Map.entry(new Rule.Country("", true), "ben"),
                Map.entry(new Rule.Country("", false), "ana"),
                Map.entry(new Rule.Bought(WORKBOOK, true), "ana"),
                Map.entry(new Rule.Bought(WORKBOOK, false), "ben"),
                Map.entry(new Rule.Spent(Bound.AT_LEAST, Money.of(4900, "USD")), "ana"),
                Map.entry(new Rule.Spent(Bound.AT_LEAST, Money.of(4901, "USD")), ""),
                Map.entry(new Rule.Spent(Bound.AT_LEAST, Money.of(4900, "EUR")), ""),
                Map.entry(new Rule.Spent(Bound.AT_MOST, Money.of(0, "USD")), "ben"),
                Map.entry(new Rule.Ordered(Bound.AT_LEAST, 2), "ana"),
                Map.entry(new Rule.Ordered(Bound.AT_LEAST, 3), ""),
                Map.entry(new Rule.Ordered(Bound.AT_MOST, 1), "ben"),
                Map.entry(new Rule.Before(Deed.JOINED, today.minusDays(30)), "ben"),
                Map.entry(new Rule.Since(Deed.JOINED, today.minusDays(30)), "ana"),
                Map.entry(new Rule.Within(Deed.JOINED, 7, true), "ana"),
                Map.entry(new Rule.Within(Deed.JOINED, 7, false), "ben"),
                Map.entry(new Rule.Before(Deed.AGREED, today.minusDays(30)), "ben"),
                Map.entry(new Rule.Since(Deed.AGREED, today), "ana"),
                Map.entry(new Rule.Within(Deed.OPENED, 3, true), "ana"),
                Map.entry(new Rule.Within(Deed.OPENED, 1, true), ""),
                Map.entry(new Rule.Within(Deed.OPENED, 1, false), "ana ben"),
                Map.entry(new Rule.Before(Deed.OPENED, today.plusDays(1)), "ana"),
                Map.entry(new Rule.Ever(Deed.OPENED, false), "ben"),
                Map.entry(new Rule.Ever(Deed.CLICKED, true), "ana"),
                Map.entry(new Rule.Within(Deed.CLICKED, 3, false), "ben"),
                Map.entry(new Rule.Ever(Deed.MAILED, true), "ana")));
        rules.forEach((rule, who) -> assertThat(fits(rule)).as(rule.toString()).isEqualTo(who));
    }

    @Test
    void joinsGroupsInGroups() {
        var isAna = new Rule.Tagged("early' or true --", true);
        var isBen = new Rule.Ever(Deed.OPENED, false);
        assertThat(fits(Rule.EVERYBODY)).isEqualTo("ana ben");
        assertThat(fits(all(isAna, isBen))).isEmpty();
        assertThat(fits(any(isAna, isBen))).isEqualTo("ana ben");
        assertThat(fits(all(any(isAna, isBen), isBen))).isEqualTo("ben");
        assertThat(fits(any(all(isAna, isBen), isAna))).isEqualTo("ana");
        assertThat(fits(any(all(isAna, any(isBen, isAna)), all(isBen, isAna)))).isEqualTo("ana");
    }

    @Test
    void asksForManyTagsAtOnce() {
        inScope(() -> audience.tag(ana, "a", NOW));
        inScope(() -> audience.tag(ana, "b", NOW));
        inScope(() -> audience.tag(ben, "b", NOW));
        assertThat(fits(all(has("a"), has("b")))).isEqualTo("ana");
        assertThat(fits(any(has("a"), has("b")))).isEqualTo("ana ben");
        assertThat(fits(all(lacks("a"), lacks("c")))).isEqualTo("ben");
        assertThat(fits(all(lacks("a"), lacks("b")))).isEmpty();
        assertThat(fits(any(lacks("a"), lacks("b")))).isEqualTo("ben");
        assertThat(fits(any(lacks("a"), lacks("c")))).isEqualTo("ana ben");
        assertThat(fits(all(has("b"), lacks("a")))).isEqualTo("ben");
        assertThat(fits(any(has("c"), lacks("a")))).isEqualTo("ben");
    }

    private static Rule has(String tag) {
        return new Rule.Tagged(tag, true);
    }

    private static Rule lacks(String tag) {
        return new Rule.Tagged(tag, false);
    }

    @Test
    void knowsABookByItsProducts() {
        var book = inScope(() -> books.add(new NewBook("The novel", "", "Ana", "", null)));
        var product = inScope(() ->
                catalog.add(new NewProduct("Workbook", ProductType.WORKBOOK, "", Money.of(1900, "USD"), null, book)));
        inScope(() -> purchases.keep(purchase(ben, Ids.next(), Set.of(product.value()), 1900)));

        assertThat(fits(new Rule.BoughtOf(book.value(), true))).isEqualTo("ben");
        assertThat(fits(new Rule.BoughtOf(book.value(), false))).isEqualTo("ana");
        assertThat(fits(new Rule.BoughtOf(Ids.next(), true))).isEmpty();
    }

    @Test
    void isReadAsItWasKept() {
        var rule = all(
                any(new Rule.CameFrom(Visit.LAST, Source.campaign("x"), true), new Rule.Country("", false)),
                new Rule.Spent(Bound.AT_MOST, Money.of(1200, "USD")),
                new Rule.Before(Deed.JOINED, LocalDate.of(2026, 2, 28)));
        var segment = keep("Kept", rule);
        assertThat(inScope(() -> segments.find(segment)).orElseThrow().rule()).isEqualTo(rule);
    }

    @Test
    void addressesASegmentWithoutItsExceptions() {
        subscribe(ben);
        var everybody = keep("Everybody", Rule.EVERYBODY);
        var buyers = keep("Buyers", new Rule.Bought(WORKBOOK, true));

        assertThat(addressed(new Addressed(everybody, Set.of()))).containsExactlyInAnyOrder(ana, ben);
        assertThat(addressed(new Addressed(buyers, Set.of()))).containsExactly(ana);
        assertThat(addressed(new Addressed(null, Set.of(buyers)))).containsExactly(ben);
        assertThat(addressed(new Addressed(everybody, Set.of(buyers)))).containsExactly(ben);
        assertThat(addressed(new Addressed(buyers, Set.of(everybody)))).isEmpty();
    }

    @Test
    void addressesNobodyByASegmentThatIsGone() {
        assertThat(addressed(new Addressed(SegmentId.next(), Set.of()))).isEmpty();
        assertThat(addressed(new Addressed(null, Set.of(SegmentId.next())))).isEmpty();
        assertThat(inScope(() -> list.count(ContactFilter.of(SegmentId.next()))))
                .isZero();
    }

    @Test
    void forgetsARefundedPurchaseAndCountsEachOrderOnce() {
        var order = Ids.next();
        inScope(() -> purchases.keep(purchase(ben, order, Set.of(WORKBOOK), 1900)));
        inScope(() -> purchases.keep(purchase(ben, order, Set.of(WORKBOOK), 1900)));
        assertThat(fits(new Rule.Bought(WORKBOOK, true))).isEqualTo("ana ben");
        assertThat(fits(new Rule.Ordered(Bound.AT_MOST, 1))).isEqualTo("ben");

        inScope(() -> purchases.keep(purchase(ben, order, Set.of(), 0)));

        assertThat(fits(new Rule.Bought(WORKBOOK, false))).isEqualTo("ben");
        assertThat(fits(new Rule.Ordered(Bound.AT_MOST, 0))).isEqualTo("ben");
        assertThat(fits(new Rule.Spent(Bound.AT_MOST, Money.of(0, "USD")))).isEqualTo("ben");
    }

    @Test
    void losesNoTagAndNoOrderOfAContactWhoGetsManyAtOnce() throws Exception {
        var work = IntStream.range(0, 20)
                .<Callable<Boolean>>mapToObj(n -> () -> inScope(() -> {
                    audience.tag(ben, "tag" + n, NOW);
                    purchases.keep(purchase(ben, Ids.next(), Set.of(Ids.next()), 100));
                    return true;
                }))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(work).stream().map(Future::resultNow)).hasSize(20);
        }
        assertThat(inScope(() -> audience.find(ben)).orElseThrow().tags()).hasSize(20);
        assertThat(fits(new Rule.Ordered(Bound.AT_LEAST, 20))).isEqualTo("ben");
        assertThat(fits(new Rule.Spent(Bound.AT_LEAST, Money.of(2000, "USD")))).isEqualTo("ana ben");
    }

    @Test
    void keepsTheLatestTimeInWhateverOrderItIsTold() {
        inScope(() -> mailActivity.keep(
                MailDeed.OPENED,
                List.of(
                        new MailActivity.Seen(ben, NOW.minus(Duration.ofDays(9))),
                        new MailActivity.Seen(ben, NOW.minus(Duration.ofDays(3))),
                        new MailActivity.Seen(ContactId.next(), NOW))));
        inScope(() ->
                mailActivity.keep(MailDeed.OPENED, List.of(new MailActivity.Seen(ben, NOW.minus(Duration.ofDays(8))))));
        assertThat(fits(new Rule.Within(Deed.OPENED, 4, true))).isEqualTo("ana ben");
    }

    @Test
    void erasesWhatWasKeptForSegments() {
        erasure(ana);
        assertThat(jdbc.sql("select count(*) from contact_purchases where workspace_id = ?")
                        .param(workspace.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(fits(Rule.EVERYBODY)).isEqualTo("ben");
        inScope(() -> purchases.keep(purchase(ana, Ids.next(), Set.of(WORKBOOK), 100)));
    }

    private void erasure(ContactId contact) {
        inScope(() -> erasure.erase(contact));
    }

    private ContactId doEverything(TestWorkspace owner, String name) {
        var signUp = SignUpMother.ana(owner.id(), NOW)
                .withEmail(name + "@example.com")
                .from(Source.place(PLACE))
                .singleOptIn();
        var contact = audience.signUp(List.of(signUp.build())).getFirst().contact();
        WorkspaceScope.run(owner.id(), () -> {
            audience.tag(contact, "early' or true --", NOW);
            audience.seen(contact, Source.campaign("spring"), NOW);
            purchases.keep(purchase(contact, Ids.next(), Set.of(WORKBOOK), 1900));
            purchases.keep(purchase(contact, Ids.next(), Set.of(WORKBOOK, Ids.next()), 3000));
            for (var deed : MailDeed.values()) {
                var seen = new MailActivity.Seen(contact, NOW.minus(Duration.ofDays(2)));
                mailActivity.keep(deed, List.of(seen));
            }
        });
        return contact;
    }

    private static Purchase purchase(ContactId contact, UUID order, Set<UUID> products, long cents) {
        return new Purchase(contact, order, products, Money.of(cents, "USD"), "DE", NOW);
    }

    private void subscribe(ContactId contact) {
        inScope(() -> audience.confirm(contact, NOW));
    }

    private SegmentId keep(String name, Rule rule) {
        var segment = new Segment(SegmentId.next(), name, rule);
        inScope(() -> segments.keep(segment));
        return segment.id();
    }

    /** Those whom the list shows, by first names; the count must say the same. */
    private String fits(Rule rule) {
        var segment = keep("s" + Ids.next(), rule);
        var found = inScope(() -> list.search(ContactFilter.of(segment), null, 10));
        assertThat(inScope(() -> fitting.count(rule).people())).isEqualTo(found.size());
        return String.join(
                " ",
                found.stream()
                        .map(contact -> contact.email().value().replace("@example.com", ""))
                        .sorted()
                        .toList());
    }

    private List<ContactId> addressed(Addressed addressed) {
        var all = inScope(() -> recipients.next(addressed, null, 10));
        assertThat(inScope(() -> recipients.count(addressed))).isEqualTo(all.size());
        var first = inScope(() -> recipients.next(addressed, null, 1));
        if (!first.isEmpty()) {
            var rest = inScope(() -> recipients.next(addressed, first.getFirst().contact(), 10));
            assertThat(rest).isEqualTo(all.subList(1, all.size()));
        }
        return all.stream().map(Recipient::contact).toList();
    }

    private static Rule all(Rule... rules) {
        return new Rule.Group(Join.ALL, List.of(rules));
    }

    private static Rule any(Rule... rules) {
        return new Rule.Group(Join.ANY, List.of(rules));
    }

    private <T> T inScope(ScopedValue.CallableOp<T, RuntimeException> work) {
        return WorkspaceScope.call(workspace.id(), work);
    }

    private void inScope(Runnable work) {
        WorkspaceScope.run(workspace.id(), work);
    }
}
