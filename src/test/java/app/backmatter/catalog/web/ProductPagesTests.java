package app.backmatter.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import app.backmatter.audience.ContactId;
import app.backmatter.catalog.Catalog;
import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductView;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.FunnelPart;
import app.backmatter.orders.domain.Entitlements;
import app.backmatter.shared.Money;
import app.backmatter.storage.StoredFile;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.BookFixtures;
import app.backmatter.support.FunnelFixtures;
import app.backmatter.support.ProductFixtures;
import app.backmatter.support.SmallPdf;
import app.backmatter.support.TestWorkspace;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

@BackmatterTest
class ProductPagesTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    AccountFixtures accounts;

    @Autowired
    ProductFixtures fixtures;

    @Autowired
    BookFixtures bookFixtures;

    @Autowired
    FunnelFixtures funnels;

    @Autowired
    Catalog catalog;

    @Autowired
    Entitlements entitlements;

    private TestWorkspace workspace;

    @BeforeEach
    void openWorkspace() {
        workspace = accounts.workspace();
    }

    @Test
    void addsAProductWithItsFilesInOneForm() throws Exception {
        var book = bookFixtures.book(workspace);
        perform(get(workspace.path("/products"))).andExpect(content().string(containsString("Your first product")));
        perform(get(workspace.path("/products/new"))).andExpect(content().string(containsString("The Quiet Harbour")));
        perform(multipart(workspace.path("/products"))
                        .file(file("files", "workbook.pdf", SmallPdf.page("One")))
                        .file(file("files", "notes.txt", "Notes".getBytes()))
                        .param("name", "Companion Workbook")
                        .param("type", "WORKBOOK")
                        .param("price", "27.50")
                        .param("book", book.toString()))
                .andExpect(status().isFound());
        var product = only();
        assertThat(product.price()).isEqualTo(Money.of(2750, "USD"));
        assertThat(product.book()).isEqualTo(book);
        assertThat(product.files()).extracting(StoredFile::name).containsExactly("workbook.pdf", "notes.txt");
        perform(get(page(product.id(), "")))
                .andExpect(content().string(containsString("$27.50")))
                .andExpect(content().string(containsString("PDF, 1 kB")))
                .andExpect(content().string(containsString("belongs to The Quiet Harbour")));
        perform(get(workspace.path("/products"))).andExpect(content().string(containsString("Workbook")));
    }

    @Test
    void asksAgainAndKeepsWhatWasTyped() throws Exception {
        perform(multipart(workspace.path("/products"))
                        .param("name", "")
                        .param("type", "SPACESHIP")
                        .param("book", "no book")
                        .param("price", "27 or so")
                        .param("description", "Exercises"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Give the product a name")))
                .andExpect(content().string(containsString("Write the price as a number")))
                .andExpect(content().string(containsString("27 or so")))
                .andExpect(content().string(containsString("Exercises")))
                .andExpect(content().string(not(containsString("Exception"))));
        var id = fixtures.gift(workspace);
        perform(multipart(page(id, "/files"))).andExpect(status().isUnprocessableContent());
    }

    @Test
    void showsFormerPrices() throws Exception {
        var id = fixtures.workbook(workspace, "Companion Workbook", 2700);
        perform(multipart(page(id, ""))
                        .param("name", "Companion Workbook")
                        .param("type", "WORKBOOK")
                        .param("price", "19"))
                .andExpect(status().isFound());
        perform(get(page(id, "")))
                .andExpect(content().string(containsString("$27")))
                .andExpect(content().string(containsString("$19")));
        perform(get(page(id, "/edit"))).andExpect(content().string(containsString("value=\"19\"")));
    }

    @Test
    void givesAnUploadedPageBackAsAnAttachmentThatCannotRun() throws Exception {
        var id = fixtures.gift(workspace);
        perform(multipart(page(id, "/files"))
                        .file(file("files", "../../evil\r\n.html", "<script>alert(1)</script>".getBytes())))
                .andExpect(status().isFound());
        var evil = only().files().getLast();
        perform(get(page(id, "/files/" + evil.id())))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/octet-stream"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Disposition", startsWith("attachment;")))
                .andExpect(header().string("Content-Disposition", not(containsString(".."))));
    }

    @Test
    void ordersAndRemovesFilesOnceConfirmed() throws Exception {
        var id = fixtures.gift(workspace);
        perform(multipart(page(id, "/files")).file(file("files", "second.txt", "two".getBytes())));
        var second = only().files().getLast();
        perform(post(page(id, "/files/" + second.id() + "/position"))).andExpect(status().isFound());
        assertThat(only().files().getFirst()).isEqualTo(second);
        perform(get(page(id, "/files/" + second.id() + "/deletion")))
                .andExpect(content().string(containsString("Remove second.txt?")));
        perform(post(page(id, "/files/" + second.id() + "/deletion"))).andExpect(status().isFound());
        assertThat(only().files()).doesNotContain(second);
    }

    @Test
    void archivesBringsBackAndDeletes() throws Exception {
        var id = fixtures.gift(workspace);
        perform(post(page(id, "/archival"))).andExpect(status().isFound());
        perform(get(workspace.path("/products"))).andExpect(content().string(containsString("1 archived product")));
        perform(get(page(id, ""))).andExpect(content().string(containsString("Bring it back")));
        perform(post(page(id, "/archival/deletion"))).andExpect(status().isFound());
        perform(get(page(id, "/deletion"))).andExpect(content().string(containsString("Delete The Keeper")));
        perform(post(page(id, "/deletion"))).andExpect(status().isFound());
        perform(get(page(id, ""))).andExpect(status().isNotFound());
    }

    @Test
    void archivesInsteadOfDeletingWhatSomebodyHas() throws Exception {
        var id = fixtures.gift(workspace);
        WorkspaceScope.run(workspace.id(), () -> entitlements.grant(ContactId.next(), id, Instant.EPOCH));
        perform(get(page(id, "/deletion"))).andExpect(content().string(containsString("Archive it")));
        perform(post(page(id, "/deletion"))).andExpect(status().isFound());
        perform(get(page(id, ""))).andExpect(status().isOk());
    }

    @Test
    void keepsWhatAFunnelOffersWithItsLastFileAndTellsWhichFunnel() throws Exception {
        var funnel = funnels.publishedFreeGift(workspace);
        var gift = funnel.products().get(FunnelPart.OPT_IN);
        var file = WorkspaceScope.call(workspace.id(), () -> catalog.find(gift))
                .orElseThrow()
                .files()
                .getFirst()
                .id();
        for (var kept : List.of("/deletion", "/files/" + file + "/deletion")) {
            perform(post(page(gift, kept))).andExpect(redirectedUrl(page(gift, kept)));
            perform(get(page(gift, kept)))
                    .andExpect(content().string(containsString(workspace.path("/funnels/" + funnel.id()))))
                    .andExpect(content().string(containsString("Funnel: After the last page")))
                    .andExpect(content().string(not(containsString("button-danger"))));
        }
        assertThat(WorkspaceScope.call(workspace.id(), () -> catalog.find(gift))
                        .orElseThrow()
                        .files())
                .hasSize(1);
    }

    @Test
    void isNotThereForAnotherWorkspace() throws Exception {
        var other = accounts.workspace();
        var id = fixtures.gift(other);
        var file = WorkspaceScope.call(other.id(), () -> catalog.find(id))
                .orElseThrow()
                .files()
                .getFirst()
                .id();
        var mine = fixtures.gift(workspace);
        for (var path :
                List.of("", "/edit", "/deletion", "/files/new", "/files/" + file, "/files/" + file + "/deletion")) {
            perform(get(page(id, path))).andExpect(status().isNotFound());
        }
        perform(get(page(mine, "/files/" + file))).andExpect(status().isNotFound());
        for (var path : List.of(
                "",
                "/deletion",
                "/archival",
                "/archival/deletion",
                "/files",
                "/files/" + file + "/position",
                "/files/" + file + "/deletion")) {
            perform(post(page(id, path)).param("name", "Mine now").param("price", "1"))
                    .andExpect(status().isNotFound());
        }
        assertThat(WorkspaceScope.call(other.id(), () -> catalog.find(id))).isPresent();
    }

    private ResultActions perform(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request.with(workspace.owner().signedIn()));
    }

    private String page(ProductId id, String rest) {
        return workspace.path("/products/" + id + rest);
    }

    private ProductView only() {
        return WorkspaceScope.call(workspace.id(), catalog::all).getFirst();
    }

    private static MockMultipartFile file(String field, String name, byte[] content) {
        return new MockMultipartFile(field, name, "text/html", content);
    }
}
