package app.backmatter.reports.domain;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.funnels.StepSeen;
import app.backmatter.reports.FunnelTotals;
import app.backmatter.reports.Period;
import app.backmatter.reports.Rate;
import app.backmatter.reports.Tally;
import app.backmatter.reports.domain.Story.Reader;
import app.backmatter.shared.Ids;
import app.backmatter.shared.Money;
import app.backmatter.shared.Source;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

@BackmatterTest
class FunnelReportTests {
    private static final Currency USD = Currency.getInstance("USD");

    @Autowired
    AccountFixtures accounts;

    @Autowired
    FactWriter writer;

    @Autowired
    TallyReader tallies;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionOperations transaction;

    Story story;
    RecordFacts facts;

    @BeforeEach
    void newWorkspace() {
        story = new Story(accounts.workspace().id());
        facts = new RecordFacts(writer);
    }

    /**
     * Five visitors by the back matter, of whom four sign up and three confirm; one direct visitor who only looks. Three
     * of the four are shown the tripwire: one pays with the bump after a card that failed once, one pays without, one
     * says no. Both buyers are shown the upsell: one takes it, one says no and takes the down-sell.
     */
    private List<Runnable> story() {
        var ann = new Reader(story.backMatter);
        var ben = new Reader(story.backMatter);
        var cat = new Reader(story.backMatter);
        var dan = new Reader(story.backMatter);
        var eve = new Reader(story.backMatter);
        var fay = new Reader(Source.DIRECT);
        var attempt = Ids.next();
        List<Runnable> told = new ArrayList<>();
        for (var visitor : List.of(ann, ben, cat, dan, eve, fay)) {
            told.add(() -> facts.on(story.visit(visitor)));
        }
        for (var reader : List.of(ann, ben, cat, dan)) {
            told.add(() -> facts.on(story.signUp(reader)));
        }
        for (var reader : List.of(ann, ben, cat)) {
            told.add(() -> facts.on(story.confirmed(reader)));
            told.add(() -> facts.on(story.shown(reader, story.tripwire)));
        }
        told.add(() -> facts.on(story.cardNo(ann, story.tripwire, attempt)));
        told.add(() -> facts.on(story.bought(ann, true, story.workbook(), story.bumpLine())));
        told.add(() -> facts.on(story.bought(ben, true, story.workbook())));
        told.add(() -> facts.on(story.no(cat, story.tripwire)));
        for (var buyer : List.of(ann, ben)) {
            told.add(() -> facts.on(story.shown(buyer, story.upsell)));
        }
        told.add(() -> facts.on(story.bought(ann, false, story.course())));
        told.add(() -> facts.on(story.no(ben, story.upsell)));
        told.add(() -> facts.on(story.shown(ben, story.downSell)));
        told.add(() -> facts.on(story.bought(ben, false, story.shortCourse())));
        return told;
    }

    @Test
    void countsWhatReadersDidOnEachStep() {
        story().forEach(Runnable::run);

        assertThat(tally("opt-in"))
                .isEqualTo(new Tally(6, 4, 3, 0, 0, 0, usd(0), 0, usd(0), usd(0), usd(0), 0, 0, usd(0)));
        assertThat(tally("tripwire"))
                .isEqualTo(new Tally(3, 2, 0, 1, 1, 2, usd(5400), 1, usd(900), usd(0), usd(0), 0, 2, usd(19700)));
        assertThat(tally("upsell"))
                .isEqualTo(new Tally(2, 1, 0, 1, 0, 0, usd(9700), 0, usd(0), usd(0), usd(0), 0, 1, usd(13300)));
        assertThat(tally("down-sell"))
                .isEqualTo(new Tally(1, 1, 0, 0, 0, 0, usd(3700), 0, usd(0), usd(0), usd(0), 0, 1, usd(6400)));
        assertThat(tally("tripwire").bumpRate()).isEqualTo(new Rate(1, 2));
    }

    @Test
    void sumsUpTheFunnel() {
        story().forEach(Runnable::run);

        var totals = report().totals();
        assertThat(totals.visitors()).isEqualTo(6);
        assertThat(totals.signUpRate()).isEqualTo(new Rate(4, 6));
        assertThat(totals.confirmedRate()).isEqualTo(new Rate(3, 4));
        assertThat(totals.orders()).isEqualTo(2);
        // 27 + 9 + 27 + 97 + 37
        assertThat(totals.revenue()).isEqualTo(usd(19700));
        assertThat(totals.averageOrder()).contains(usd(9850));
        assertThat(totals.revenuePerVisitor()).contains(usd(3283));
    }

    @Test
    void tellsSourcesApartDownToThePlace() {
        story().forEach(Runnable::run);

        var lines = report().sources();
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst().source()).isEqualTo(SourceKey.of(story.backMatter));
        assertThat(lines.getFirst().totals().visitors()).isEqualTo(5);
        assertThat(lines.getFirst().totals().revenue()).isEqualTo(usd(19700));
        assertThat(lines.getLast().source()).isEqualTo(SourceKey.DIRECT);
        assertThat(lines.getLast().totals().visitors()).isEqualTo(1);
        assertThat(lines.getLast().totals().revenue()).isEqualTo(usd(0));
    }

    @Test
    void comesToTheSameFiguresWhateverTheOrderAndHoweverOftenTold() {
        story().forEach(Runnable::run);
        var straight = report();

        for (int seed = 1; seed <= 5; seed++) {
            story = new Story(accounts.workspace().id());
            var once = story();
            var told = new ArrayList<>(once);
            told.addAll(once);
            Collections.shuffle(told, new Random(seed));
            told.forEach(Runnable::run);

            assertThat(report().steps()).as("seed %d", seed).isEqualTo(straight.steps());
            assertThat(report().totals()).as("seed %d", seed).isEqualTo(straight.totals());
        }
    }

    @Test
    void leavesBotsOut() {
        var scanner = new Reader(Source.DIRECT);
        facts.on(new StepSeen.Batch(
                List.of(story.seen(story.optIn, scanner.visitor, Source.DIRECT, true, Story.MORNING))));
        facts.on(story.signUp(scanner, true));

        assertThat(tally("opt-in")).isEqualTo(Tally.nothing(USD));
    }

    @Test
    void countsWhoPaidWhateverTheirBrowserCallsItself() {
        var reader = new Reader(Source.DIRECT);
        facts.on(story.signUp(reader, true));
        facts.on(story.bought(reader, true, story.workbook()));

        assertThat(tally("tripwire").takers()).isEqualTo(1);
        assertThat(report().totals().revenue()).isEqualTo(usd(2700));
    }

    @Test
    void neverShowsMoreTakersThanVisitors() {
        var telephone = UUID.randomUUID();
        for (int i = 0; i < 3; i++) {
            // no sighting was told, and three people share one visitor key
            var reader = new Reader(Source.DIRECT, telephone);
            facts.on(story.signUp(reader));
            facts.on(story.bought(reader, true, story.workbook()));
        }

        assertThat(tally("opt-in").takeRate()).isEqualTo(new Rate(1, 1));
        assertThat(tally("tripwire").takeRate()).isEqualTo(new Rate(3, 3));
    }

    @Test
    void creditsAnOfferOnTheEntryPageToItsVisitor() {
        var buyer = new Reader(story.backMatter);
        var looker = new Reader(story.backMatter);
        facts.on(story.bought(buyer, true, story.workbook(), story.bumpLine()));
        for (var reader : List.of(buyer, looker)) {
            facts.on(new StepSeen.Batch(
                    List.of(story.seen(story.tripwire, reader.visitor, reader.source, false, Story.MORNING))));
            facts.on(story.setOut(reader));
        }

        assertThat(tally("tripwire"))
                .isEqualTo(new Tally(2, 1, 0, 0, 0, 1, usd(2700), 1, usd(900), usd(0), usd(0), 0, 1, usd(3600)));
    }

    @Test
    void countsInThePeriodInWhichAPageWasSeen() {
        var reader = new Reader(Source.DIRECT);
        facts.on(story.visit(reader));
        facts.on(story.signUp(reader));

        var before = new Period(Story.MORNING.minus(Duration.ofDays(1)), Story.MORNING);
        var moment = new Period(Story.MORNING, Story.MORNING.plusSeconds(1));
        // the sign-up came later than this moment, and still belongs to the visit
        assertThat(report(before).totals().visitors()).isZero();
        assertThat(report(moment).totals().signUps()).isEqualTo(1);
    }

    @Test
    void keepsAKnownSourceWhenTheReaderComesAgainWithoutOne() {
        var reader = new Reader(story.backMatter);
        facts.on(story.visit(reader));
        facts.on(new StepSeen.Batch(
                List.of(story.seen(story.optIn, reader.visitor, Source.DIRECT, false, Story.MORNING.minusSeconds(9)))));

        assertThat(report().sources()).hasSize(1);
        assertThat(report().sources().getFirst().source()).isEqualTo(SourceKey.of(story.backMatter));
    }

    /** Two by the back matter see the tripwire; letters bring both back, and one buys. A third buys long after. */
    private List<Runnable> storyOfLetters(Source letters) {
        var ann = new Reader(story.backMatter);
        var ben = new Reader(story.backMatter);
        var cat = new Reader(story.backMatter);
        List<Runnable> told = new ArrayList<>();
        for (var reader : List.of(ann, ben, cat)) {
            told.add(() -> facts.on(story.visit(reader)));
            told.add(() -> facts.on(story.signUp(reader)));
            told.add(() -> facts.on(story.shown(reader, story.tripwire)));
        }
        told.add(() -> facts.on(story.broughtBack(ann, story.tripwire, letters)));
        told.add(() -> facts.on(story.broughtBack(ben, story.tripwire, letters)));
        told.add(() -> facts.on(story.boughtBy(letters, ann, story.workbook())));
        told.add(() -> facts.on(story.boughtBy(Source.DIRECT, cat, story.workbook())));
        return told;
    }

    @Test
    void creditsASaleToWhatItIsDueToWhateverTheOrderOfTheEvents() {
        for (int seed = 0; seed <= 5; seed++) {
            story = new Story(accounts.workspace().id());
            var letters = Source.email(Ids.next());
            var told = storyOfLetters(letters);
            Collections.shuffle(told, new Random(seed));
            told.forEach(Runnable::run);

            var place = totals(story.backMatter);
            assertThat(place.visitors()).as("seed %d", seed).isEqualTo(3);
            assertThat(place.signUps()).isEqualTo(3);
            assertThat(place.revenue()).isEqualTo(usd(0));
            var mailed = totals(letters);
            assertThat(mailed.visitors()).as("whom letters brought back").isEqualTo(2);
            assertThat(mailed.orders()).isEqualTo(1);
            assertThat(mailed.revenue()).isEqualTo(usd(2700));
            assertThat(totals(Source.DIRECT).revenue()).isEqualTo(usd(2700));
            assertThat(tally("tripwire").takeRate()).isEqualTo(new Rate(2, 3));
        }
    }

    private FunnelTotals totals(Source source) {
        return report().sources().stream()
                .filter(line -> line.source().equals(SourceKey.of(source)))
                .findFirst()
                .orElseThrow()
                .totals();
    }

    @Test
    void keepsStepsOfEarlierRevisionsInTheSums() {
        facts.on(new StepSeen.Batch(
                List.of(story.seen(Ids.next(), UUID.randomUUID(), Source.DIRECT, false, Story.MORNING))));

        assertThat(report().steps().getLast().kind()).isEqualTo(FunnelReport.EARLIER);
        assertThat(report().steps().getLast().tally().visitors()).isEqualTo(1);
    }

    @Test
    void hearsWhatTheOtherModulesPublish() {
        var reader = new Reader(story.backMatter);
        transaction.executeWithoutResult(status -> {
            events.publishEvent(story.visit(reader));
            events.publishEvent(story.signUp(reader));
            events.publishEvent(story.confirmed(reader));
            events.publishEvent(story.bought(reader, true, story.workbook()));
            events.publishEvent(story.cardNo(reader, story.upsell, Ids.next()));
            events.publishEvent(story.no(reader, story.upsell));
        });

        Awaitility.await().untilAsserted(() -> {
            assertThat(tally("opt-in").confirmed()).isEqualTo(1);
            assertThat(tally("tripwire").orders()).isEqualTo(1);
            assertThat(tally("upsell"))
                    .isEqualTo(new Tally(1, 0, 0, 1, 1, 0, usd(0), 0, usd(0), usd(0), usd(0), 0, 0, usd(0)));
        });
    }

    private Tally tally(String kind) {
        return report().steps().stream()
                .filter(line -> line.kind().equals(kind))
                .findFirst()
                .orElseThrow()
                .tally();
    }

    private FunnelReport report() {
        return report(Period.ALL);
    }

    private FunnelReport report(Period period) {
        return FunnelReport.of(
                story.view(), tallies.ofFunnel(story.workspace, story.funnel.value(), period, USD), any -> true, USD);
    }

    private static Money usd(long cents) {
        return Money.of(cents, "USD");
    }
}
