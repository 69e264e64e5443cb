package app.backmatter.orders.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.backmatter.catalog.DeliveryTerms;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.AtOnce;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.MovableClock;
import app.backmatter.support.ReadersFile;
import app.backmatter.support.ReadersFile.Bought;
import app.backmatter.support.SmallSound;
import app.backmatter.support.TestWorkspace;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** How often and how long a reader may download a file is the author's word, kept to the last download. */
@BackmatterTest
class DownloadLimitTests {
    private static final DeliveryTerms THRICE = new DeliveryTerms(3, Duration.ofDays(1));

    @Autowired
    MockMvc mvc;

    @Autowired
    AccountFixtures accounts;

    @Autowired
    ReadersFile files;

    @Autowired
    MovableClock clock;

    private TestWorkspace workspace;

    @BeforeEach
    void openWorkspace() {
        workspace = accounts.workspace();
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void parallelDownloadsNeverPassTheLimit() {
        var bought = bought(THRICE);
        var links = links(bought, 12);

        var answers = inParallel(links);

        assertThat(answers).filteredOn(status -> status == 200).hasSize(3);
        assertThat(files.fetched(bought)).isEqualTo(3);
    }

    @Test
    void oneLinkIsOneDownloadHoweverManyPartsAreFetchedAtOnce() {
        var bought = bought(new DeliveryTerms(1, Duration.ofDays(1)));
        var link = files.link(bought);

        var answers = inParallel(IntStream.range(0, 12).mapToObj(i -> link).toList());

        assertThat(answers).containsOnly(200);
        assertThat(files.fetched(bought)).isEqualTo(1);
    }

    @Test
    void whatBrokeOffGoesOnHoursLaterThoughTheLimitIsReached() throws Exception {
        var bought = bought(new DeliveryTerms(1, Duration.ofDays(1)));
        var link = files.link(bought);
        assertThat(send(get(link)).getStatus()).isEqualTo(200);

        clock.advance(Duration.ofHours(5));

        assertThat(send(get(link).header("Range", "bytes=8-")).getStatus()).isEqualTo(206);
        assertThat(send(get(link)).getStatus())
                .as("from the beginning once more")
                .isEqualTo(403);
        assertThat(send(get(files.link(bought)).header("Range", "bytes=8-")).getStatus())
                .as("by another link")
                .isEqualTo(403);
        assertThat(files.fetched(bought)).isEqualTo(1);
    }

    @Test
    void aLinkThatIsOpenedAgainLaterCountsAgain() throws Exception {
        var bought = bought(THRICE);
        var link = files.link(bought);
        send(get(link));
        clock.advance(Duration.ofMinutes(9));
        send(get(link));
        assertThat(files.fetched(bought)).isEqualTo(1);

        clock.advance(Duration.ofMinutes(2));
        send(get(link));
        assertThat(files.fetched(bought)).isEqualTo(2);
    }

    @Test
    void partsAreNoWayRoundTheLimit() throws Exception {
        var bought = bought(new DeliveryTerms(1, Duration.ofDays(1)));
        for (var link : links(bought, 2)) {
            send(get(link).header("Range", "bytes=1-"));
        }

        assertThat(files.fetched(bought)).isEqualTo(1);
        assertThat(send(get(links(bought, 3).getLast()).header("Range", "bytes=1-"))
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void lookingIsNotDownloading() throws Exception {
        var bought = bought(new DeliveryTerms(1, Duration.ofDays(1)));
        for (var link : links(bought, 3)) {
            assertThat(send(head(link)).getStatus()).isEqualTo(200);
            assertThat(send(get(link).header("Range", "bytes=5000-")).getStatus())
                    .isEqualTo(416);
        }
        assertThat(files.fetched(bought)).isZero();
    }

    @Test
    void theReaderIsToldWhyAndWhomToAskAndTheAuthorOpensItAgain() throws Exception {
        var bought = bought(new DeliveryTerms(1, Duration.ofDays(1)));
        send(get(files.link(bought)));
        clock.advance(Duration.ofHours(1));
        var order = workspace.path("/orders/" + bought.order());

        var refused = send(get(files.link(bought)));
        var page = Jsoup.parse(refused.getContentAsString());

        assertThat(refused.getStatus()).isEqualTo(403);
        assertThat(refused.getHeader("Content-Disposition")).isNull();
        assertThat(page.text()).contains("You downloaded book.m4b once", "as often as");
        assertThat(page.select("a[href^=mailto:]").attr("href")).contains("?subject=Please%20open%20book.m4b");
        assertThat(author(get(order)).getContentAsString()).contains("Let the reader download again");

        assertThat(author(post(order + "/download-allowance")).getStatus()).isEqualTo(302);

        assertThat(send(get(files.link(bought))).getStatus()).isEqualTo(200);
        assertThat(files.fetched(bought)).isEqualTo(2);
        assertThat(author(get(order)).getContentAsString()).contains("Let the reader download again");
    }

    @Test
    void theAuthorChoosesOnTheProductsPage() throws Exception {
        var bought = bought(DeliveryTerms.USUAL);
        var product = workspace.path("/products/" + bought.product());
        assertThat(author(get(product)).getContentAsString()).contains("as often as they like", "good for a day");

        var wrong = author(post(product + "/delivery").param("most", "0").param("hours", "24"));
        var saved = author(post(product + "/delivery").param("most", "2").param("hours", "1"));

        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString()).contains("Write a number from 1 to 1,000");
        assertThat(saved.getStatus()).isEqualTo(302);
        assertThat(author(get(product)).getContentAsString()).contains("each file 2 times", "good for an hour");
        var link = files.link(bought);
        clock.advance(Duration.ofMinutes(61));
        assertThat(send(get(link)).getStatus()).isEqualTo(410);
    }

    private Bought bought(DeliveryTerms terms) {
        return files.bought(workspace, "book.m4b", SmallSound.mp4("M4B "), terms);
    }

    /** Links that were made in different seconds. */
    private List<String> links(Bought bought, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    clock.advance(Duration.ofSeconds(1));
                    return files.link(bought);
                })
                .toList();
    }

    private List<Integer> inParallel(List<String> links) {
        return AtOnce.all(links.stream()
                .<Callable<Integer>>map(link -> () -> send(get(link)).getStatus())
                .toList());
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) {
        try {
            return mvc.perform(request).andReturn().getResponse();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private MockHttpServletResponse author(MockHttpServletRequestBuilder request) {
        return send(request.with(workspace.owner().signedIn()));
    }
}
