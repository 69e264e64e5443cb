package app.backmatter.books.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import app.backmatter.accounts.Role;
import app.backmatter.books.BookView;
import app.backmatter.books.Books;
import app.backmatter.books.PlaceKind;
import app.backmatter.books.PlaceView;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.BookFixtures;
import app.backmatter.support.FunnelFixtures;
import app.backmatter.support.Pictures;
import app.backmatter.support.TestWorkspace;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

@BackmatterTest
class BookPagesTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    AccountFixtures accounts;

    @Autowired
    BookFixtures fixtures;

    @Autowired
    FunnelFixtures funnels;

    @Autowired
    Books books;

    private TestWorkspace workspace;

    @BeforeEach
    void openWorkspace() {
        workspace = accounts.workspace();
    }

    @Test
    void leadsFromTheEmptyListToAPrintedCodeInThreeForms() throws Exception {
        perform(get(workspace.path("/books")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Your first book")));

        perform(multipart(workspace.path("/books"))
                        .file(new MockMultipartFile("cover", "c.jpg", "image/jpeg", Pictures.jpeg(300, 480)))
                        .param("title", "The Quiet Harbour"))
                .andExpect(status().isFound());
        var book = only();
        assertThat(book.cover()).isNotNull();

        perform(post(workspace.path("/books/" + book.id() + "/editions"))
                        .param("format", "PAPERBACK")
                        .param("withPlace", "true"))
                .andExpect(redirectedUrl(workspace.path("/books/" + book.id())));
        var place = places().getFirst();
        assertThat(place.kind()).isEqualTo(PlaceKind.BACK_MATTER);
        perform(get(workspace.path("/books/" + book.id())))
                .andExpect(content().string(containsString("Paperback")))
                .andExpect(content().string(containsString(place.link().url().replaceFirst("https?://", ""))));

        perform(post(workspace.path("/editions/" + place.edition() + "/places"))
                        .param("kind", "CHAPTER_END")
                        .param("chapter", "7"))
                .andExpect(status().isFound());
        assertThat(places()).hasSize(2);
        for (var each : places()) {
            perform(get(workspace.path("/places/" + each.id()))).andExpect(status().isOk());
        }
        perform(get(workspace.path("/books"))).andExpect(content().string(containsString("2 places, no clicks")));
    }

    @Test
    void leadsToTheCodesFilesByThePageThatSaysWhetherToPrintThem() throws Exception {
        var place = fixtures.backMatter(workspace);

        var book = Jsoup.parse(perform(get(workspace.path("/books/" + place.book())))
                .andReturn()
                .getResponse()
                .getContentAsString());

        assertThat(book.select("a[download]")).isEmpty();
        assertThat(book.select(".place-files a").eachAttr("href"))
                .containsExactly(workspace.path("/places/" + place.id()));
    }

    @Test
    void asksAgainAndKeepsWhatWasTyped() throws Exception {
        perform(multipart(workspace.path("/books")).param("title", " ").param("author", "Ada <Quill>"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("A working title will do")))
                .andExpect(content().string(containsString("Ada &lt;Quill&gt;")));
        var book = fixtures.book(workspace);
        perform(post(workspace.path("/books/" + book + "/editions"))
                        .param("format", "EBOOK")
                        .param("isbn", "978-0-306-40615-8")
                        .param("asin", "B0")
                        .param("listPrice", "cheap")
                        .param("retailers[0].name", "Corner Books")
                        .param("retailers[0].url", "http://corner.example"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("978-0-306-40615-8")))
                .andExpect(content().string(containsString("This is no ISBN")))
                .andExpect(content().string(containsString("ten letters and digits, such as B0ABCDE123.</p>")))
                .andExpect(content().string(containsString("Write the price as a number")))
                .andExpect(content().string(containsString("It begins with https://")));
        var place = fixtures.backMatter(workspace);
        perform(post(workspace.path("/editions/" + place.edition() + "/places"))
                        .param("kind", "CHAPTER_END")
                        .param("chapter", "seven"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Which chapter?")))
                .andExpect(content().string(containsString("seven")));
    }

    @Test
    void keepsAnEditionsNumbersAndShops() throws Exception {
        var place = fixtures.backMatter(workspace);
        perform(post(workspace.path("/editions/" + place.edition()))
                        .param("format", "HARDCOVER")
                        .param("isbn", "0-306-40615-2")
                        .param("listPrice", "24,50")
                        .param("retailers[1].name", "Corner Books")
                        .param("retailers[1].url", "https://corner.example/harbour"))
                .andExpect(status().isFound());
        perform(get(workspace.path("/books/" + place.book())))
                .andExpect(content().string(containsString("Hardcover")))
                .andExpect(content().string(containsString("9780306406157")))
                .andExpect(content().string(containsString("$24.50")))
                .andExpect(content().string(containsString("https://corner.example/harbour")));
        perform(get(workspace.path("/editions/" + place.edition() + "/edit")))
                .andExpect(content().string(containsString("Corner Books")));
    }

    @Test
    void refusesAnSvgAsCover() throws Exception {
        var svg = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes();
        perform(multipart(workspace.path("/books"))
                        .file(new MockMultipartFile("cover", "c.jpg", "image/jpeg", svg))
                        .param("title", "The Quiet Harbour"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("not a picture")))
                .andExpect(content().string(containsString("The Quiet Harbour")));
    }

    @Test
    void showsTheFinalCoverOnceThereIsOne() throws Exception {
        var book = fixtures.book(workspace);
        var draft = only().cover();
        perform(multipart(workspace.path("/books/" + book))
                        .file(new MockMultipartFile("finalCover", "c.png", "image/png", Pictures.png(300, 480)))
                        .param("title", "The Quiet Harbour")
                        .param("status", "PUBLISHED"))
                .andExpect(status().isFound());
        assertThat(only().cover()).isNotEqualTo(draft);
    }

    @Test
    void handsOutTheCodeAsAFileNamedAfterItsPlace() throws Exception {
        var place = fixtures.backMatter(workspace);
        var name = "the-quiet-harbour-paperback-back-matter-" + place.link().code();
        perform(get(workspace.path("/places/" + place.id() + "/code.svg")))
                .andExpect(header().string("Content-Type", containsString("image/svg+xml")))
                .andExpect(header().string("Content-Disposition", containsString(name + ".svg")));
        perform(get(workspace.path("/places/" + place.id() + "/code.png")))
                .andExpect(header().string("Content-Type", "image/png"))
                .andExpect(header().string("Content-Disposition", containsString(name + ".png")));
    }

    @Test
    void warnsOfPrintingAnAddressThatOnlyThisComputerKnowsAndLeadsOnToTheFunnels() throws Exception {
        var place = fixtures.backMatter(workspace);

        perform(get(workspace.path("/places/" + place.id())))
                .andExpect(content().string(containsString("Don’t print it yet")))
                .andExpect(content().string(containsString(workspace.path("/funnels"))));
    }

    @Test
    void retiresAPlaceButDeletesNothingThatReadersCameBy() throws Exception {
        var place = fixtures.backMatter(workspace);
        fixtures.follow(place);
        for (var kept : List.of("/places/" + place.id(), "/editions/" + place.edition(), "/books/" + place.book())) {
            perform(get(workspace.path(kept + "/deletion")))
                    .andExpect(content().string(containsString("Readers have come by")));
            perform(post(workspace.path(kept + "/deletion"))).andExpect(status().isFound());
        }
        assertThat(places()).hasSize(1);

        perform(get(workspace.path("/places/" + place.id() + "/retirement")))
                .andExpect(content().string(containsString("readers shall arrive for ever")));
        perform(post(workspace.path("/places/" + place.id() + "/retirement"))).andExpect(status().isFound());
        assertThat(places().getFirst().retired()).isTrue();
    }

    @Test
    void deletesAPlaceThatNobodyFollowedOnceConfirmed() throws Exception {
        var place = fixtures.backMatter(workspace);
        perform(get(workspace.path("/places/" + place.id() + "/deletion")))
                .andExpect(
                        content().string(containsString("Delete Back matter of the Paperback of The Quiet Harbour?")));
        perform(post(workspace.path("/places/" + place.id() + "/deletion")))
                .andExpect(redirectedUrl(workspace.path("/books/" + place.book())));
        assertThat(places()).isEmpty();
    }

    @Test
    void givesAnAudiobookAPlaceThatCanBeHeard() throws Exception {
        var book = fixtures.book(workspace);
        perform(post(workspace.path("/books/" + book + "/editions"))
                .param("format", "AUDIOBOOK")
                .param("withPlace", "true"));
        var place = places().getFirst();
        assertThat(place.kind()).isEqualTo(PlaceKind.INSIDE_AUDIO);
        perform(post(workspace.path("/editions/" + place.edition() + "/places")).param("kind", "BACK_COVER"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("has no such spot")));
        perform(post(workspace.path("/editions/" + place.edition())).param("format", "PAPERBACK"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Add a second edition instead")));
    }

    @Test
    void deletesABookWithoutEditionsOnceConfirmed() throws Exception {
        var book = fixtures.book(workspace);
        perform(get(workspace.path("/books/" + book + "/deletion")))
                .andExpect(content().string(containsString("Delete The Quiet Harbour?")));
        perform(post(workspace.path("/books/" + book + "/deletion")))
                .andExpect(redirectedUrl(workspace.path("/books")));
        assertThat(WorkspaceScope.call(workspace.id(), books::all)).isEmpty();
    }

    @Test
    void keepsABookAndAnEditionThatAFunnelIsBuiltOnAndTellsWhichFunnel() throws Exception {
        var funnel = funnels.publishedTripwireFirst(workspace);
        var place = funnel.place();
        for (var kept : List.of("/books/" + place.book(), "/editions/" + place.edition())) {
            var deletion = workspace.path(kept + "/deletion");
            perform(post(deletion)).andExpect(redirectedUrl(deletion));
            perform(get(deletion))
                    .andExpect(content().string(containsString(workspace.path("/funnels/" + funnel.id()))))
                    .andExpect(content().string(containsString("Funnel: After the last page")))
                    .andExpect(content().string(not(containsString("button-danger"))));
        }
        assertThat(places()).hasSize(1);
    }

    @Test
    void keepsABookThatADraftNames() throws Exception {
        funnels.draft(workspace);
        var book = only().id();
        perform(post(workspace.path("/books/" + book + "/deletion"))).andExpect(status().isFound());
        assertThat(only().id()).isEqualTo(book);
    }

    @Test
    void showsMarkupAndExpressionsInAnyTextAsText() throws Exception {
        perform(multipart(workspace.path("/books"))
                .param("title", "<b>Bold</b> ${1234*5678} [[${1234*5678}]]")
                .param("description", "__${1234*5678}__"));
        var book = only();
        for (var page : List.of("/books", "/books/" + book.id(), "/books/" + book.id() + "/edit")) {
            perform(get(workspace.path(page)))
                    .andExpect(status().isOk())
                    .andExpect(
                            content().string(containsString("&lt;b&gt;Bold&lt;/b&gt; ${1234*5678} [[${1234*5678}]]")))
                    .andExpect(content().string(not(containsString("7006652"))));
        }
    }

    @Test
    void leavesOutWhatNobodyTypes() throws Exception {
        perform(multipart(workspace.path("/books")).param("title", "The\u0000 Quiet Harbour"))
                .andExpect(status().isBadRequest());
        perform(multipart(workspace.path("/books")).param("title", "The Quiet\u0007 Harbour"))
                .andExpect(status().isFound());
        assertThat(only().title()).isEqualTo("The Quiet Harbour");
    }

    @Test
    void isNotThereForAnotherWorkspace() throws Exception {
        var place = fixtures.backMatter(accounts.workspace());
        for (var page : List.of(
                "/books/" + place.book(),
                "/books/" + place.book() + "/edit",
                "/books/" + place.book() + "/deletion",
                "/books/" + place.book() + "/editions/new",
                "/editions/" + place.edition() + "/edit",
                "/editions/" + place.edition() + "/deletion",
                "/editions/" + place.edition() + "/places/new",
                "/places/" + place.id(),
                "/places/" + place.id() + "/code.svg",
                "/places/" + place.id() + "/code.png",
                "/places/" + place.id() + "/retirement",
                "/places/" + place.id() + "/deletion",
                "/places/nonsense")) {
            perform(get(workspace.path(page))).andExpect(status().isNotFound());
        }
        for (var action : List.of(
                "/books/" + place.book(),
                "/books/" + place.book() + "/deletion",
                "/books/" + place.book() + "/editions",
                "/editions/" + place.edition(),
                "/editions/" + place.edition() + "/deletion",
                "/editions/" + place.edition() + "/places",
                "/places/" + place.id() + "/retirement",
                "/places/" + place.id() + "/deletion")) {
            perform(post(workspace.path(action)).param("title", "Mine now")).andExpect(status().isNotFound());
        }
    }

    @Test
    void letsAViewerLook() throws Exception {
        var place = fixtures.backMatter(workspace);
        var viewer = accounts.member(workspace, Role.VIEWER).signedIn();
        mvc.perform(get(workspace.path("/books/" + place.book())).with(viewer))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Add a place"))));
        mvc.perform(post(workspace.path("/places/" + place.id() + "/retirement"))
                        .with(viewer))
                .andExpect(status().isForbidden());
    }

    private ResultActions perform(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request.with(workspace.owner().signedIn()));
    }

    private BookView only() {
        return WorkspaceScope.call(workspace.id(), books::all).getFirst();
    }

    private List<PlaceView> places() {
        return WorkspaceScope.call(workspace.id(), books::places);
    }
}
