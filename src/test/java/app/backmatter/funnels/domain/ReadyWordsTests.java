package app.backmatter.funnels.domain;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.catalog.ProductId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.FunnelId;
import app.backmatter.funnels.FunnelPart;
import app.backmatter.funnels.FunnelTemplate;
import app.backmatter.funnels.Funnels;
import app.backmatter.funnels.NewFunnel;
import app.backmatter.mail.content.Block;
import app.backmatter.mail.sequence.SequenceSteps;
import app.backmatter.shared.Money;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.BookFixtures;
import app.backmatter.support.FunnelFixtures;
import app.backmatter.support.ProductFixtures;
import app.backmatter.support.TestWorkspace;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BackmatterTest
class ReadyWordsTests {
    @Autowired
    AccountFixtures accounts;

    @Autowired
    FunnelFixtures fixtures;

    @Autowired
    ProductFixtures products;

    @Autowired
    BookFixtures books;

    @Autowired
    Funnels funnels;

    @Autowired
    FunnelDrafts drafts;

    @Autowired
    EditStep editStep;

    @Autowired
    ChangeFunnel changeFunnel;

    @Autowired
    SequenceSteps steps;

    TestWorkspace workspace;
    ProductId map;
    ProductId companion;

    @BeforeEach
    void open() {
        workspace = accounts.workspace();
        map = products.gift(workspace);
        companion = products.workbook(workspace, "The Companion", 900);
    }

    @Test
    void nameGiftAndProductOnceTheyAreChosen() {
        var funnel = empty();
        choose(funnel, FunnelPart.OPT_IN, map);
        choose(funnel, FunnelPart.TRIPWIRE, companion);

        assertThat(page(funnel, FunnelPart.OPT_IN).markdown()).contains("**The Keeper's Notebook**");
        assertThat(page(funnel, FunnelPart.TRIPWIRE).markdown()).contains("**The Companion**");
        assertThat(page(funnel, FunnelPart.RE_PITCH).headline()).isEqualTo("The Companion, at another price");
        assertThat(letters(funnel)).contains("The Companion", "The Keeper's Notebook");
        assertThat(all(funnel) + letters(funnel)).doesNotContain("little extra");
    }

    @Test
    void leaveWhatTheAuthorWrote() {
        var funnel = empty();
        var tripwire = step(funnel, FunnelPart.TRIPWIRE);
        var own = new PageText("My own headline", tripwire.page().markdown(), null, "Yes", "No");
        edit(funnel, tripwire, own, companion);

        assertThat(page(funnel, FunnelPart.TRIPWIRE).headline()).isEqualTo("My own headline");
        assertThat(page(funnel, FunnelPart.TRIPWIRE).markdown()).contains("**The Companion**");

        var written = new PageText("My own headline", "About this little extra", null, "Yes", "No");
        edit(funnel, step(funnel, FunnelPart.TRIPWIRE), written, map);
        assertThat(page(funnel, FunnelPart.TRIPWIRE).markdown()).isEqualTo("About this little extra");
    }

    @Test
    void offerTheTripwiresProductOnceMore() {
        var funnel = empty();
        choose(funnel, FunnelPart.TRIPWIRE, companion);

        var rePitch = (Offer) step(funnel, FunnelPart.RE_PITCH);

        assertThat(rePitch.product()).isEqualTo(companion);
        assertThat(rePitch.price()).isEqualTo(Money.of(600, "USD"));
    }

    @Test
    void leaveARePitchThatItsAuthorParted() {
        var funnel = empty();
        var other = products.workbook(workspace, "Another", 1200);
        choose(funnel, FunnelPart.RE_PITCH, other);
        choose(funnel, FunnelPart.TRIPWIRE, companion);

        assertThat(((Offer) step(funnel, FunnelPart.RE_PITCH)).product()).isEqualTo(other);
    }

    @Test
    void nameTheBookThatIsChosenLater() {
        var funnel = empty();
        var book = books.backMatter(workspace).book();
        inScope(() -> {
            var draft = drafts.get(funnel);
            changeFunnel.change(
                    funnel, ChangeFunnel.seen(draft.name(), draft.content()), draft.name(), book, Theme.CLASSIC);
            return book;
        });

        assertThat(page(funnel, FunnelPart.OPT_IN).headline()).isEqualTo("A gift for readers of The Quiet Harbour");
    }

    @Test
    void leaveTheLettersOfReadersWhoAreInside() {
        var funnel = fixtures.publishedFreeGift(workspace).id();
        var before = letters(funnel);

        choose(funnel, FunnelPart.TRIPWIRE, companion);

        assertThat(page(funnel, FunnelPart.TRIPWIRE).markdown()).contains("**The Companion**");
        assertThat(letters(funnel)).isEqualTo(before).doesNotContain("The Companion");
    }

    @Test
    void cutAHeadlineAndASubjectThatALongNameWouldOverflow() {
        var name = "A very long name ".repeat(12).strip();
        var funnel = empty();

        choose(funnel, FunnelPart.TRIPWIRE, products.workbook(workspace, name.substring(0, 199), 900));

        assertThat(page(funnel, FunnelPart.RE_PITCH).headline()).hasSize(200).endsWith("…");
    }

    private FunnelId empty() {
        return inScope(() -> funnels.create(new NewFunnel("Readers", FunnelTemplate.FREE_GIFT, null, Map.of())));
    }

    private void choose(FunnelId funnel, FunnelPart part, ProductId product) {
        var step = step(funnel, part);
        edit(funnel, step, step.page(), product);
    }

    private void edit(FunnelId funnel, Step step, PageText page, ProductId product) {
        inScope(() -> {
            var edit =
                    new StepEdit(page, product, null, null, null, "Yes", true, step.onYes(), step.onNo(), Terms.NONE);
            editStep.edit(funnel, step.id(), Fingerprint.of(step), edit);
            return step;
        });
    }

    private Step step(FunnelId funnel, FunnelPart part) {
        return inScope(() -> drafts.get(funnel)).content().steps().stream()
                .filter(step -> step.part() == part)
                .findFirst()
                .orElseThrow();
    }

    private PageText page(FunnelId funnel, FunnelPart part) {
        return step(funnel, part).page();
    }

    private String all(FunnelId funnel) {
        return inScope(() -> drafts.get(funnel)).content().steps().stream()
                .map(step -> step.page().headline() + step.page().markdown())
                .collect(Collectors.joining("\n"));
    }

    private String letters(FunnelId funnel) {
        return inScope(() -> {
            var draft = drafts.get(funnel).content();
            return Stream.of(draft.buyers(), draft.nonBuyers())
                    .flatMap(sequence -> steps.of(sequence).stream())
                    .flatMap(step -> step.step() instanceof app.backmatter.mail.sequence.Step.Mail mail
                            ? Stream.of(text(mail))
                            : Stream.empty())
                    .collect(Collectors.joining("\n"));
        });
    }

    private static String text(app.backmatter.mail.sequence.Step.Mail mail) {
        return mail.subject() + "\n" + ((Block.Text) mail.content().blocks().getFirst()).markdown();
    }

    private <T> T inScope(ScopedValue.CallableOp<T, RuntimeException> work) {
        return WorkspaceScope.call(workspace.id(), work);
    }
}
