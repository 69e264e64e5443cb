package app.backmatter.funnels.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.FunnelId;
import app.backmatter.funnels.FunnelPart;
import app.backmatter.funnels.FunnelTemplate;
import app.backmatter.funnels.Funnels;
import app.backmatter.funnels.NewFunnel;
import app.backmatter.funnels.domain.CheckoutOffer;
import app.backmatter.funnels.domain.FunnelDraft;
import app.backmatter.funnels.domain.FunnelDrafts;
import app.backmatter.funnels.domain.Offer;
import app.backmatter.funnels.domain.OptIn;
import app.backmatter.funnels.domain.PublishedFunnels;
import app.backmatter.funnels.domain.Step;
import app.backmatter.links.ShortLinks;
import app.backmatter.shared.Money;
import app.backmatter.shared.Prices;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.BookFixtures;
import app.backmatter.support.CurrencyFixtures;
import app.backmatter.support.FunnelFixtures;
import app.backmatter.support.ProductFixtures;
import app.backmatter.support.SmallPdf;
import app.backmatter.support.TestWorkspace;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

@BackmatterTest
class FunnelEditorTests {
    private static final String HOSTILE = "<b>x</b>\"'${7*7}[[${7*7}]]__${7*7}__{{7*7}}#{x}";

    @Autowired
    MockMvc mvc;

    @Autowired
    AccountFixtures accounts;

    @Autowired
    FunnelFixtures fixtures;

    @Autowired
    BookFixtures books;

    @Autowired
    ProductFixtures products;

    @Autowired
    Funnels funnels;

    @Autowired
    FunnelDrafts drafts;

    @Autowired
    PublishedFunnels published;

    @Autowired
    ShortLinks links;

    @Autowired
    CurrencyFixtures currencies;

    TestWorkspace workspace;

    @BeforeEach
    void open() {
        workspace = accounts.workspace();
    }

    @Test
    void beginsWithTheTwoTemplates() throws Exception {
        var page = page("/funnels");

        assertThat(page.select("h2").eachText()).containsExactly("Free gift, then tripwire", "Tripwire first");
        assertThat(page.select("a[href*=template]")).hasSize(2);
    }

    @Test
    void keepsThePriceOfATripwireWhoseProductIsChosenLater() throws Exception {
        products.workbook(workspace, "Workbook", 1900);
        var address = create(Map.of("name", "Gift", "tripwirePrice", "17"));

        var steps = draft(FunnelId.of(address.substring(address.lastIndexOf('/') + 1)))
                .content()
                .steps();

        assertThat(((Offer) steps.get(1)).product()).isNull();
        assertThat(((Offer) steps.get(1)).price()).isEqualTo(Money.of(1700, "USD"));
    }

    @Test
    void saysWhichPricesBelongToNoProduct() throws Exception {
        products.workbook(workspace, "Workbook", 1900);
        var answer = send(post(workspace.path("/funnels"))
                .param("name", "Gift")
                .param("upsellPrice", "97")
                .param("bumpPrice", "7"));

        assertThat(answer.getStatus()).isEqualTo(422);
        var page = Jsoup.parse(answer.getContentAsString());
        assertThat(page.select(".field-error").eachText())
                .hasSize(2)
                .allMatch(error -> error.startsWith("Choose the product that has this price"));
        assertThat(page.select("#upsellPrice").val()).isEqualTo("97");
    }

    @Test
    void saysThatATickBoxNeedsAProduct() throws Exception {
        var address = create(Map.of("name", "Gift"));
        var id = FunnelId.of(address.substring(address.lastIndexOf('/') + 1));
        var fields = fields(id, step(id, FunnelPart.TRIPWIRE));
        fields.putAll(Map.of("bumpPrice", "7", "bumpText", "Listen on the way."));

        var answer = send(form(id, step(id, FunnelPart.TRIPWIRE), fields));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("Choose the product for the tick box");
    }

    @Test
    void saysThatATickBoxNeedsAPrice() throws Exception {
        var free = products.gift(workspace).toString();

        var fresh = send(post(workspace.path("/funnels")).param("name", "Gift").param("bump", free));
        assertThat(fresh.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(fresh.getContentAsString())
                        .select("#bumpPrice-notes .field-error")
                        .text())
                .startsWith("“The Keeper's Notebook” is free.");

        var address = create(Map.of("name", "Gift"));
        var id = FunnelId.of(address.substring(address.lastIndexOf('/') + 1));
        var tripwire = step(id, FunnelPart.TRIPWIRE);
        var fields = fields(id, tripwire);
        fields.put("bumpProduct", free);
        var saved = send(form(id, tripwire, fields));
        assertThat(saved.getStatus()).isEqualTo(422);
        assertThat(saved.getContentAsString()).contains("is free. Write what the tick box costs");

        fields.put("bumpPrice", "5");
        assertThat(send(form(id, tripwire, fields)).getStatus()).isEqualTo(302);
        assertThat(((CheckoutOffer) draft(id).content().step(tripwire).orElseThrow()).bump())
                .isNotNull();
    }

    @Test
    void beginsWithTheOnlyGiftThatThereIs() throws Exception {
        var gift = products.gift(workspace);
        products.workbook(workspace, "Workbook", 1900);
        assertThat(page("/funnels/new").select("#gift option[selected]").val()).isEqualTo(gift.toString());

        products.gift(workspace);
        assertThat(page("/funnels/new").select("#gift option[selected]").val()).isEmpty();
    }

    @Test
    void savesWhatIsTypedBeforeItIsLookedAt() throws Exception {
        var address = create(Map.of("name", "Gift"));
        var id = FunnelId.of(address.substring(address.lastIndexOf('/') + 1));
        var step = step(id, FunnelPart.OPT_IN);
        var fields = fields(id, step);
        fields.putAll(Map.of("headline", "Typed a moment ago", "look", "true"));

        var answer = send(form(id, step, fields));

        assertThat(answer.getRedirectedUrl()).endsWith("/steps/" + step + "/preview");
        assertThat(page(address + "/steps/" + step + "/preview").select("h1").text())
                .isEqualTo("Typed a moment ago");
    }

    @Test
    void asksForPricesInEveryCurrencyThatReadersCanPayIn() throws Exception {
        var id = fixtures.draft(workspace);
        var tripwire = step(id, FunnelPart.TRIPWIRE);
        assertThat(fields(id, tripwire)).doesNotContainKey("price-EUR");
        currencies.set(workspace.id(), Map.of("EUR", "1.08"));
        var fields = fields(id, tripwire);
        fields.putAll(Map.of("price-EUR", "no price", "bumpPrice-EUR", "0"));
        var refused = Jsoup.parse(send(form(id, tripwire, fields)).getContentAsString());
        assertThat(refused.select("#price-EUR-notes, #bumpPrice-EUR-notes")).hasSize(2);
        assertThat(refused.select("#price-EUR").val()).isEqualTo("no price");

        fields.putAll(Map.of("price-EUR", "17,50", "bumpPrice-EUR", "6"));
        assertThat(send(form(id, tripwire, fields)).getStatus()).isEqualTo(302);

        var saved = (CheckoutOffer) draft(id).content().step(tripwire).orElseThrow();
        assertThat(saved.terms().prices()).isEqualTo(Prices.of(Money.of(1750, "EUR")));
        assertThat(saved.bump().others()).isEqualTo(Prices.of(Money.of(600, "EUR")));
        assertThat(fields(id, tripwire)).containsEntry("price-EUR", "17.50");
        assertThat(page("/funnels/" + id).text()).contains("has no price in EUR: who pays in EUR is led past it");
        currencies.set(workspace.id(), Map.of());
        save(id, tripwire, Map.of("headline", "Another"), false);
        assertThat(((CheckoutOffer) draft(id).content().step(tripwire).orElseThrow())
                        .terms()
                        .prices())
                .as("kept while nobody can pay in them")
                .isEqualTo(Prices.of(Money.of(1750, "EUR")));
    }

    @Test
    void letsReadersChooseThePriceFromALeastOn() throws Exception {
        var id = fixtures.draft(workspace);
        var tripwire = step(id, FunnelPart.TRIPWIRE);
        currencies.set(workspace.id(), Map.of("EUR", "1.08"));
        save(id, tripwire, Map.of("least", "5", "least-EUR", "4", "price-EUR", "17"), false);

        assertThat(((Offer) draft(id).content().step(tripwire).orElseThrow())
                        .terms()
                        .least())
                .isEqualTo(Prices.of(Money.of(500, "USD"), Money.of(400, "EUR")));
        assertThat(fields(id, tripwire)).containsEntry("least", "5").containsEntry("least-EUR", "4");
        assertThat(page("/funnels/" + id).selectFirst(".tree-tripwire").text()).contains("from $5");

        save(id, tripwire, Map.of("least", "", "least-EUR", ""), false);
        assertThat(((Offer) draft(id).content().step(tripwire).orElseThrow())
                        .terms()
                        .least())
                .as("a fixed price again")
                .isEqualTo(Prices.NONE);
    }

    @Test
    void asksForTheLeastInEachCurrencyThatThePageHasAPriceIn() throws Exception {
        var id = fixtures.draft(workspace);
        var tripwire = step(id, FunnelPart.TRIPWIRE);
        currencies.set(workspace.id(), Map.of("EUR", "1.08", "GBP", "1.3"));

        var typed = refused(id, tripwire, Map.of("least", "5", "price-EUR", "17"));
        assertThat(typed.select("#least-EUR-notes").text()).startsWith("Write the least in EUR");
        assertThat(typed.select("#least-GBP-notes")).isEmpty();
        assertThat(typed.selectFirst("details:has(#least-EUR)").hasAttr("open")).isTrue();

        var product = product(draft(id).content().step(tripwire).orElseThrow());
        send(multipart(workspace.path("/products/" + product))
                .param("name", "Workbook")
                .param("type", "WORKBOOK")
                .param("price", "47")
                .param("price-GBP", "39"));
        assertThat(refused(id, tripwire, Map.of("least", "5", "price", "47")).select("#least-GBP-notes"))
                .as("its product's own price, which has one in pounds")
                .hasSize(1);
        save(id, tripwire, Map.of("least", "5", "price", "46"), false);

        var alone = refused(id, tripwire, Map.of("least", "", "least-EUR", "4"));
        assertThat(alone.select("#least-notes .field-error").text()).startsWith("Write the least in your own currency");
    }

    private Document refused(FunnelId id, UUID step, Map<String, String> changes) throws Exception {
        var fields = fields(id, step);
        fields.putAll(changes);
        var answer = send(form(id, step, fields));
        assertThat(answer.getStatus()).isEqualTo(422);
        return Jsoup.parse(answer.getContentAsString());
    }

    @Test
    void deletesADraftWithTheMailsThatWereToFollowIt() throws Exception {
        var address = create(Map.of("name", "A first try"));
        assertThat(page("/mail/sequences").text()).contains("A first try");
        assertThat(page(address + "/edit").select("a[href$=/deletion]")).hasSize(1);

        var answer = send(post(workspace.path(address + "/deletion")));

        assertThat(answer.getRedirectedUrl()).isEqualTo(workspace.path("/funnels"));
        assertThat(send(get(workspace.path(address))).getStatus()).isEqualTo(404);
        assertThat(page("/mail/sequences").select("main").text()).doesNotContain("A first try");
    }

    @Test
    void keepsAFunnelThatReadersHaveMet() throws Exception {
        var funnel = fixtures.publishedFreeGift(workspace);
        var address = "/funnels/" + funnel.id();

        send(post(workspace.path(address + "/deletion")));

        assertThat(page(address + "/edit").select("a[href$=/deletion]")).isEmpty();
        assertThat(page(address + "/deletion").select("main form button")).isEmpty();
    }

    @Test
    void tellsWhoPublishesThatNoMailLeaves() throws Exception {
        var address = create(Map.of("name", "Gift"));

        assertThat(page(address + "/publication").select(".notice").text()).contains("nor the gift reaches them");
    }

    @Test
    void goesFromAnEmptyWorkspaceToAPublishedFunnel() throws Exception {
        var place = books.backMatter(workspace);
        var address = create(Map.of("name", "Gift", "book", place.book().toString()));
        assertThat(page(address).select(".advice-mend li").text())
                .contains("The opt-in page has no gift yet.", "The tripwire page has no product yet.");

        var id = FunnelId.of(address.substring(address.lastIndexOf('/') + 1));
        save(id, step(id, FunnelPart.OPT_IN), Map.of("newName", "The checklist", "newType", "EBOOK"), true);
        save(id, step(id, FunnelPart.TRIPWIRE), Map.of("newName", "The workbook", "price", "19"), true);
        var workbook = draft(id).content().steps().get(1);
        save(id, step(id, FunnelPart.RE_PITCH), Map.of("product", product(workbook), "price", "$14"), false);
        assertThat(page(address).select(".advice-mend")).isEmpty();

        var form = page(address + "/publication");
        assertThat(form.select("input[name=places][checked]").eachAttr("value"))
                .containsExactly(place.id().toString());
        send(post(workspace.path(address + "/publication"))
                .param("places", place.id().toString()));

        assertThat(draft(id).open()).isTrue();
        assertThat(page(address).text())
                .contains("Back matter, paperback", draft(id).entryPath());
        assertThat(inScope(() -> links.get(place.link().id()).target()))
                .isEqualTo(draft(id).entryPath());
    }

    @Test
    void drawsBothBranches() throws Exception {
        var id = fixtures.draft(workspace);

        var tree = page("/funnels/" + id).selectFirst(".tree");
        var upsell = tree.selectFirst(".tree-card.tree-upsell");

        assertThat(tree.select(".tree-kind").eachText())
                .containsExactly("Opt-in page", "Tripwire", "Upsell", "Cross-sell", "Down-sell");
        assertThat(upsell.nextElementSibling()
                        .select("> li.tree-no .tree-card")
                        .getFirst()
                        .text())
                .contains("Down-sell", "$37");
        assertThat(tree.select(".tree-end").eachText()).contains("Receipt", "Leaves; e-mails follow");
    }

    @Test
    void leadsToItsLettersAndBack() throws Exception {
        var id = fixtures.draft(workspace);
        var letters = page("/funnels/" + id)
                .select("a[href*=/letters/], a[href*=/sequences/]")
                .eachAttr("href");
        assertThat(letters).hasSize(4);
        for (var letter : letters) {
            assertThat(page(letter.replace(workspace.path(""), "")).select("a[href$=/funnels/" + id + "]"))
                    .as(letter)
                    .isNotEmpty();
        }
    }

    @Test
    void refusesToPublishWhatMustBeMended() throws Exception {
        var address = create(Map.of("name", "Gift"));

        var answer = send(post(workspace.path(address + "/publication")));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("The opt-in page has no gift yet.");
        assertThat(page(address + "/publication").select("button:contains(Publish)"))
                .isEmpty();
    }

    @Test
    void makesNoRevisionWhenNothingWouldChange() throws Exception {
        var funnel = fixtures.publishedFreeGift(workspace);

        send(post(workspace.path("/funnels/" + funnel.id() + "/publication")));

        assertThat(draft(funnel.id()).publication().number()).isEqualTo(1);
    }

    @Test
    void tellsTheSecondOfTwoTabsAboutNameAndLook() throws Exception {
        var id = fixtures.draft(workspace);
        var opened = seen(id);
        send(settings(id, opened, "First tab"));

        var answer = send(settings(id, opened, "Second tab"));

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(Jsoup.parse(answer.getContentAsString()).selectFirst("#name").val())
                .isEqualTo("Second tab");
        assertThat(answer.getContentAsString()).contains("First tab");
        assertThat(draft(id).name()).isEqualTo("First tab");
    }

    @Test
    void writesLettersForAProductWhoseNameLooksLikeAField() {
        var product = products.workbook(workspace, "The {first_name} workbook", 1900);

        var id = inScope(() -> funnels.create(new NewFunnel(
                "Braces", FunnelTemplate.FREE_GIFT, null, Map.of(FunnelPart.TRIPWIRE, NewFunnel.Offered.of(product)))));

        assertThat(draft(id).content().nonBuyers()).isNotNull();
    }

    @Test
    void leavesReadersInsideTheirRevision() throws Exception {
        var funnel = fixtures.publishedFreeGift(workspace);
        save(funnel.id(), step(funnel.id(), FunnelPart.OPT_IN), Map.of("headline", "Changed"), false);
        assertThat(draft(funnel.id()).changed()).isTrue();

        send(post(workspace.path("/funnels/" + funnel.id() + "/publication")));

        var now = published
                .find(workspace.slug(), funnel.path().substring(funnel.path().lastIndexOf('/') + 1))
                .orElseThrow()
                .revision();
        var before = published.find(workspace.id(), funnel.revision()).orElseThrow();
        assertThat(now.content().funnel().entry().page().headline()).isEqualTo("Changed");
        assertThat(before.content().funnel().entry().page().headline()).isNotEqualTo("Changed");
        assertThat(now.content().funnel().entry().id())
                .isEqualTo(before.content().funnel().entry().id());
    }

    @Test
    void keepsTheFrozenNameAndPriceWhenAProductChanges() throws Exception {
        var funnel = fixtures.publishedFreeGift(workspace);

        var content =
                published.find(workspace.id(), funnel.revision()).orElseThrow().content();

        assertThat(content.product(funnel.products().get(FunnelPart.TRIPWIRE))
                        .orElseThrow()
                        .name())
                .isEqualTo("Workbook for the tripwire");
        assertThat(content.book().title()).isEqualTo("The Quiet Harbour");
    }

    @Test
    void closesTheDoorAndOpensItAgain() throws Exception {
        var funnel = fixtures.publishedFreeGift(workspace);
        var slug = funnel.path().substring(funnel.path().lastIndexOf('/') + 1);

        send(post(workspace.path("/funnels/" + funnel.id() + "/withdrawal")));
        assertThat(published.find(workspace.slug(), slug).orElseThrow().closed())
                .isTrue();

        send(post(workspace.path("/funnels/" + funnel.id() + "/publication")));
        assertThat(published.find(workspace.slug(), slug).orElseThrow().closed())
                .isFalse();
    }

    @Test
    void tellsTheSecondOfTwoTabsAndLosesNothing() throws Exception {
        var id = fixtures.draft(workspace);
        var step = step(id, FunnelPart.UPSELL);
        var opened = fields(id, step);
        save(id, step, Map.of("headline", "From the first tab"), false);

        opened.put("headline", "From the second tab");
        var answer = send(form(id, step, opened));

        assertThat(answer.getStatus()).isEqualTo(409);
        var page = Jsoup.parse(answer.getContentAsString());
        assertThat(page.selectFirst("#headline").val()).isEqualTo("From the second tab");
        assertThat(page.selectFirst("details[open]").text()).contains("From the first tab");
        assertThat(page.selectFirst(".form-errors").text()).contains("Nothing you typed is lost");

        opened.put("seen", page.selectFirst("[name=seen]").val());
        assertThat(send(form(id, step, opened)).getStatus()).isEqualTo(302);
        assertThat(headline(id, step)).isEqualTo("From the second tab");
    }

    @Test
    void letsTwoTabsEditDifferentPages() throws Exception {
        var id = fixtures.draft(workspace);
        var upsell = step(id, FunnelPart.UPSELL);
        var opened = fields(id, upsell);
        save(id, step(id, FunnelPart.OPT_IN), Map.of("headline", "Other page"), false);

        opened.put("headline", "Mine");
        assertThat(send(form(id, upsell, opened)).getStatus()).isEqualTo(302);
    }

    @Test
    void tellsWhatIsWrongBesideTheField() throws Exception {
        var id = fixtures.draft(workspace);
        var step = step(id, FunnelPart.UPSELL);
        var fields = fields(id, step);
        fields.put("headline", " ");
        fields.put("price", "cheap");

        var answer = send(form(id, step, fields));

        assertThat(answer.getStatus()).isEqualTo(422);
        var page = Jsoup.parse(answer.getContentAsString());
        assertThat(page.selectFirst("#headline-notes .field-error").text()).isEqualTo("Write a headline.");
        assertThat(page.selectFirst("#price-notes .field-error").text()).contains("27 or 9.50");
        assertThat(page.selectFirst("#price").val()).isEqualTo("cheap");
    }

    @Test
    void showsExpressionsAndMarkupInStoredTextsAsTheyWereTyped() throws Exception {
        var id = fixtures.draft(workspace);
        var step = step(id, FunnelPart.UPSELL);
        var hostile = new HashMap<String, String>();
        for (var field : new String[] {"headline", "markdown", "button", "noThanks"}) {
            hostile.put(field, HOSTILE);
        }
        save(id, step, hostile, false);
        send(settings(id, seen(id), HOSTILE));

        assertThat(page("/funnels").text()).contains(HOSTILE);
        var editor = page("/funnels/" + id + "/steps/" + step);
        assertThat(editor.selectFirst("#headline").val()).isEqualTo(HOSTILE);
        assertThat(editor.selectFirst("#markdown").val()).isEqualTo(HOSTILE);
        var preview = page("/funnels/" + id + "/steps/" + step + "/preview");
        assertThat(preview.selectFirst("h1").text()).isEqualTo(HOSTILE);
        assertThat(preview.select("button").eachText()).containsOnly(HOSTILE);
        assertThat(preview.select("b")).isEmpty();
        assertThat(page("/funnels/" + id).selectFirst(".tree").text()).contains(HOSTILE);
        assertThat(page("/funnels/" + id + "/steps/" + step + "/deletion").text())
                .contains(HOSTILE);
    }

    @Test
    void addsAnOfferOnABranchAndRemovesItAgain() throws Exception {
        var id = fixtures.draft(workspace);
        var crossSell = step(id, FunnelPart.CROSS_SELL);
        assertThat(page("/funnels/" + id + "/steps/new?after=" + crossSell + "&answer=NO")
                        .text())
                .contains("Down-sell");

        var answer = send(post(workspace.path("/funnels/" + id + "/steps"))
                .param("after", crossSell.toString())
                .param("answer", "NO")
                .param("part", "DOWN_SELL")
                .param("price", "5"));
        var added = UUID.fromString(
                answer.getRedirectedUrl().substring(answer.getRedirectedUrl().lastIndexOf('/') + 1));
        assertThat(draft(id).content().step(crossSell).orElseThrow().onNo()).isEqualTo(added);
        assertThat(((Offer) draft(id).content().step(added).orElseThrow()).price())
                .isEqualTo(Money.of(500, "USD"));

        send(post(workspace.path("/funnels/" + id + "/steps/" + added + "/deletion")));
        assertThat(draft(id).content().step(added)).isEmpty();
        assertThat(draft(id).content().step(crossSell).orElseThrow().onNo()).isNull();
    }

    @Test
    void removesADownSellWithItsUpsell() throws Exception {
        var id = fixtures.draft(workspace);
        var upsell = step(id, FunnelPart.UPSELL);
        assertThat(page("/funnels/" + id + "/steps/" + upsell + "/deletion").text())
                .contains("go with it", "Down-sell");

        send(post(workspace.path("/funnels/" + id + "/steps/" + upsell + "/deletion")));

        assertThat(draft(id).content().steps())
                .extracting(Step::part)
                .containsExactly(FunnelPart.OPT_IN, FunnelPart.TRIPWIRE, FunnelPart.CROSS_SELL, FunnelPart.RE_PITCH);
        assertThat(draft(id).content().steps().get(1).onYes()).isEqualTo(step(id, FunnelPart.CROSS_SELL));
        assertThat(draft(id).publishable()).isTrue();
    }

    @Test
    void keepsEntryAndTripwire() throws Exception {
        var id = fixtures.draft(workspace);

        for (var part : new FunnelPart[] {FunnelPart.OPT_IN, FunnelPart.TRIPWIRE}) {
            var answer = send(post(workspace.path("/funnels/" + id + "/steps/" + step(id, part) + "/deletion")));
            assertThat(answer.getStatus()).isEqualTo(404);
        }
    }

    @Test
    void previewsEachPageByTheReadersTemplate() throws Exception {
        var id = fixtures.draft(workspace);

        for (var step : draft(id).content().steps()) {
            var preview = page("/funnels/" + id + "/steps/" + step.id() + "/preview");
            assertThat(preview.selectFirst("h1").text()).isEqualTo(step.page().headline());
            assertThat(preview.selectFirst(".preview").text()).contains("A preview");
            assertThat(preview.select("form").eachAttr("action"))
                    .isNotEmpty()
                    .allMatch(action -> action.startsWith("#"));
        }
    }

    @Test
    void showsNobodyElsesFunnel() throws Exception {
        var foreign = accounts.workspace();
        var funnel = fixtures.publishedFreeGift(foreign);
        var base = "/funnels/" + funnel.id();
        var step = base + "/steps/" + funnel.step(FunnelPart.UPSELL);

        for (var path : new String[] {
            base,
            base + "/edit",
            base + "/publication",
            base + "/withdrawal",
            step,
            step + "/deletion",
            step + "/preview",
            base + "/steps/new?answer=YES&after=" + funnel.step(FunnelPart.UPSELL),
            "/funnels/nonsense"
        }) {
            assertThat(send(get(workspace.path(path))).getStatus()).as(path).isEqualTo(404);
        }
        for (var path : new String[] {base + "/publication", base + "/withdrawal", step + "/deletion"}) {
            assertThat(send(post(workspace.path(path))).getStatus()).as(path).isEqualTo(404);
        }
    }

    @Test
    void takesNobodyElsesProductOrPlace() throws Exception {
        var other = accounts.workspace();
        var foreign = fixtures.publishedFreeGift(other);
        var id = fixtures.draft(workspace);
        var step = step(id, FunnelPart.UPSELL);

        save(
                id,
                step,
                Map.of("product", foreign.products().get(FunnelPart.UPSELL).toString()),
                false);
        assertThat(((Offer) draft(id).content().step(step).orElseThrow()).product())
                .isNull();

        var mine = fixtures.draft(workspace);
        send(post(workspace.path("/funnels/" + mine + "/publication"))
                .param("places", foreign.place().id().toString()));
        assertThat(WorkspaceScope.<String, RuntimeException>call(
                        other.id(), () -> links.get(foreign.place().link().id()).target()))
                .isEqualTo(foreign.path());
    }

    private String create(Map<String, String> fields) throws Exception {
        var request = post(workspace.path("/funnels"));
        fields.forEach(request::param);
        var location = send(request).getRedirectedUrl();
        return location.substring(workspace.path("").length());
    }

    private void save(FunnelId id, UUID step, Map<String, String> changes, boolean withFile) throws Exception {
        var fields = fields(id, step);
        fields.putAll(changes);
        var request = form(id, step, fields);
        if (withFile) {
            request.file(new MockMultipartFile("newFile", "file.pdf", "application/pdf", SmallPdf.page("Hello")));
        }
        var answer = send(request);
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(302);
    }

    private MockMultipartHttpServletRequestBuilder form(FunnelId id, UUID step, Map<String, String> fields) {
        var request = multipart(workspace.path("/funnels/" + id + "/steps/" + step));
        fields.forEach(request::param);
        return request;
    }

    private String seen(FunnelId id) throws Exception {
        return page("/funnels/" + id + "/edit").selectFirst("[name=seen]").val();
    }

    private MockHttpServletRequestBuilder settings(FunnelId id, String seen, String name) {
        return post(workspace.path("/funnels/" + id))
                .param("seen", seen)
                .param("name", name)
                .param("theme", "NIGHT");
    }

    /** The form as a browser would send it back. */
    private Map<String, String> fields(FunnelId id, UUID step) throws Exception {
        var fields = new HashMap<String, String>();
        page("/funnels/" + id + "/steps/" + step)
                .select("form.step-form input:not([type=file], [type=checkbox]), form.step-form textarea,"
                        + " form.step-form select, form.step-form input[checked]")
                .forEach(field -> fields.put(
                        field.attr("name"),
                        field.is("select") ? chosen(field.selectFirst("option[selected]")) : field.val()));
        return fields;
    }

    private static String chosen(@Nullable Element option) {
        return option == null ? "" : option.val();
    }

    private Document page(String path) throws Exception {
        var answer = send(get(workspace.path(path)));
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString());
    }

    private MockHttpServletResponse send(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request.with(workspace.owner().signedIn()))
                .andReturn()
                .getResponse();
    }

    private FunnelDraft draft(FunnelId id) {
        return inScope(() -> drafts.get(id));
    }

    private UUID step(FunnelId id, FunnelPart part) {
        return draft(id).content().steps().stream()
                .filter(step -> step.part() == part)
                .map(Step::id)
                .findFirst()
                .orElseThrow();
    }

    private String headline(FunnelId id, UUID step) {
        return draft(id).content().step(step).orElseThrow().page().headline();
    }

    private static String product(Step step) {
        return String.valueOf(step instanceof OptIn optIn ? optIn.gift() : ((Offer) step).product());
    }

    private <T> T inScope(ScopedValue.CallableOp<T, RuntimeException> work) {
        return WorkspaceScope.call(workspace.id(), work);
    }
}
