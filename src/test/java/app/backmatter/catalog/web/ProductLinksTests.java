package app.backmatter.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.backmatter.catalog.DeliveryTerms;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.Orders;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.ReadersFile;
import app.backmatter.support.ReadersFile.Bought;
import app.backmatter.support.SmallPdf;
import app.backmatter.support.TestWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What lies elsewhere is among a product's files, and buyers get there by the same private links. */
@BackmatterTest
class ProductLinksTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    AccountFixtures accounts;

    @Autowired
    ReadersFile files;

    @Autowired
    Orders orders;

    private TestWorkspace workspace;
    private Bought bought;

    @BeforeEach
    void sell() {
        workspace = accounts.workspace();
        bought = files.bought(workspace, "workbook.pdf", SmallPdf.page("One"), DeliveryTerms.USUAL);
    }

    @Test
    void buyersGetThereAndAreCounted() throws Exception {
        assertThat(add("First lesson", "https://course.example.org/1?key=a%20b").getStatus())
                .isEqualTo(302);
        var link = WorkspaceScope.call(workspace.id(), () -> orders.downloads(bought.reader(), bought.product()))
                .getLast()
                .downloads()
                .getLast();

        assertThat(link.fileName()).isEqualTo("First lesson");
        assertThat(link.extent()).isEqualTo("course.example.org");
        assertThat(send(head(link.url())).getHeader("Location")).isNull();
        assertThat(files.fetched(bought)).isZero();
        var answer = send(get(link.url()));
        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(answer.getHeader("Location")).isEqualTo("https://course.example.org/1?key=a%20b");
        assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(files.fetched(bought)).isEqualTo(1);
        assertThat(author(get(product())).getContentAsString())
                .contains("First lesson", "Link, course.example.org")
                .doesNotContain("key=a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "course",
                "//example.org",
                "javascript:alert(1)",
                "data:text/html,x",
                "ftp://example.org/",
                "https://",
                "https://ada:secret@example.org/",
                "https://exa mple.org",
                "file:///etc/passwd"
            })
    void whatIsNoAddressOnTheWebIsRefused(String address) throws Exception {
        var answer = add("First lesson", address);

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains("Write the whole address")
                .contains("value=\"First lesson\"");
    }

    @Test
    void aLinkNeedsAName() throws Exception {
        assertThat(add(" ", "https://example.org").getContentAsString()).contains("Give the link a name");
    }

    private MockHttpServletResponse add(String name, String address) throws Exception {
        return author(post(product() + "/links").param("name", name).param("address", address));
    }

    private String product() {
        return workspace.path("/products/" + bought.product());
    }

    private MockHttpServletResponse author(MockHttpServletRequestBuilder request) throws Exception {
        return send(request.with(workspace.owner().signedIn()));
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }
}
