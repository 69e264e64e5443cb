package app.backmatter.orders.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;

import app.backmatter.catalog.DeliveryTerms;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.ReadersFile;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What players and download programs ask for: a part of the file that they know already, or all of it. */
@BackmatterTest
class ResumedDownloadTests {
    private static final int SIZE = 300_000;

    @Autowired
    MockMvc mvc;

    @Autowired
    AccountFixtures accounts;

    @Autowired
    ReadersFile files;

    private byte[] content;
    private String link;

    @BeforeEach
    void sell() {
        content = new byte[SIZE];
        new Random(7).nextBytes(content);
        content[0] = 0;
        link = files.link(files.bought(
                accounts.workspace(), "Wörkbook \"1\"\r\nSet-Cookie: x.bin", content, DeliveryTerms.USUAL));
    }

    @Test
    void wholeFilesSayThatPartsCanBeHad() throws Exception {
        var answer = send(get(link));

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsByteArray()).isEqualTo(content);
        assertThat(answer.getHeader("Accept-Ranges")).isEqualTo("bytes");
        assertThat(answer.getHeader("ETag")).matches("\"[^\"]+\"");
        assertThat(answer.getHeader("Content-Range")).isNull();
        assertThat(answer.getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''W%C3%B6rkbook")
                .doesNotContain("\r", "\n");
        assertThat(answer.getHeaderNames()).doesNotContain("Set-Cookie");
    }

    @Test
    void partsComeWithTheirPlace() throws Exception {
        assertPart("bytes=100000-", 100_000, SIZE - 1);
        assertPart("bytes=0-1", 0, 1);
        assertPart("bytes=65535-65536", 65_535, 65_536);
        assertPart("bytes=-7", SIZE - 7, SIZE - 1);
        assertPart("bytes=299999-400000", SIZE - 1, SIZE - 1);
    }

    @Test
    void whatIsBeyondTheFileCanNotBeHad() throws Exception {
        var answer = send(get(link).header("Range", "bytes=300000-"));

        assertThat(answer.getStatus()).isEqualTo(416);
        assertThat(answer.getHeader("Content-Range")).isEqualTo("bytes */300000");
        assertThat(answer.getContentAsByteArray()).isEmpty();
    }

    @Test
    void severalPartsAtOnceAreAnsweredWithAll() throws Exception {
        assertThat(send(get(link).header("Range", "bytes=0-1,5-6")).getContentAsByteArray())
                .isEqualTo(content);
        assertThat(send(get(link).header("Range", "bytes=x")).getStatus()).isEqualTo(200);
    }

    @Test
    void aPartOfAnotherFileIsAnsweredWithAllOfThis() throws Exception {
        var tag = send(head(link)).getHeader("ETag");

        var same = send(get(link).header("Range", "bytes=8-").header("If-Range", tag));
        var other = send(get(link).header("Range", "bytes=8-").header("If-Range", "\"other\""));
        var weak = send(get(link).header("Range", "bytes=8-").header("If-Range", "W/" + tag));
        var date = send(get(link).header("Range", "bytes=8-").header("If-Range", "Sat, 21 Nov 2026 08:00:00 GMT"));

        assertThat(same.getStatus()).isEqualTo(206);
        assertThat(other.getStatus()).isEqualTo(200);
        assertThat(other.getContentAsByteArray()).isEqualTo(content);
        assertThat(weak.getStatus()).isEqualTo(200);
        assertThat(date.getStatus()).isEqualTo(200);
    }

    @Test
    void headSaysWhatGetWouldBringAndBringsNothing() throws Exception {
        var answer = send(head(link).header("Range", "bytes=8-"));

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeader("Content-Length")).isEqualTo("300000");
        assertThat(answer.getHeader("Accept-Ranges")).isEqualTo("bytes");
        assertThat(answer.getContentAsByteArray()).isEmpty();
    }

    private void assertPart(String range, int first, int last) throws Exception {
        var answer = send(get(link).header("Range", range));
        assertThat(answer.getStatus()).isEqualTo(206);
        assertThat(answer.getHeader("Content-Range")).isEqualTo("bytes %d-%d/%d".formatted(first, last, SIZE));
        assertThat(answer.getHeader("Content-Length")).isEqualTo(String.valueOf(last - first + 1));
        assertThat(answer.getContentAsByteArray()).isEqualTo(Arrays.copyOfRange(content, first, last + 1));
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }
}
