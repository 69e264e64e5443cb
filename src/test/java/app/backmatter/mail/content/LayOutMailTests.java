package app.backmatter.mail.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.MergeFields;
import app.backmatter.storage.FileId;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.TestWorkspace;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BackmatterTest
class LayOutMailTests {
    private static final String EVIL =
            "<script>alert(1)</script> [[${7777*7777}]] ${7777*7777} #{x} {{7777*7777}} th:text=\"${7777*7777}\" "
                    + "<mj-raw>x</mj-raw> <!-- --> & \"quoted\" 'single' \uE000unsubscribe\uE001";

    @Autowired
    AccountFixtures fixtures;

    @Autowired
    LayOutMail layout;

    TestWorkspace workspace;

    @BeforeEach
    void makeWorkspace() {
        workspace = fixtures.workspace();
    }

    @Test
    void putsALinkOfEachAddressInItsPlace() {
        var mail = layOut(
                "Hello",
                text("See [the map](https://example.com/a?x=1&y=2) and [again](https://example.com/a?x=1&y=2),"
                        + " <https://example.org>, [write](mailto:ana@example.com), [odd](javascript:alert(1)),"
                        + " [home](/w/x)."),
                new Block.Button("Go", "https://example.org"),
                new Block.Button("Nowhere", ""),
                picture("https://example.com/p"));

        assertThat(mail.links())
                .containsExactly("https://example.com/a?x=1&y=2", "https://example.org", "https://example.com/p");
        assertThat(hrefs(fill(mail)))
                .containsExactly(
                        "https://t.example/0",
                        "https://t.example/0",
                        "https://t.example/1",
                        "mailto:ana@example.com",
                        "https://t.example/1",
                        "https://t.example/2",
                        "https://u.example",
                        "https://p.example");
        var plain = mail.compile().fill(values(mail)).text();
        assertThat(plain)
                .contains("the map (https://t.example/0)")
                .contains(", https://t.example/1, write (mailto:ana@example.com)")
                .contains("Go:\nhttps://t.example/1")
                .contains("[A map]\nhttps://t.example/2")
                .contains("Unsubscribe: https://u.example")
                .doesNotContain("javascript");
    }

    @Test
    void leavesTheReadersOwnLinksOpenWhereverTheyStand() {
        var content = new MailContent(List.of(
                text("Look [here]({offer_link}), or {library_link}."), new Block.Button("Your gift", "{gift_link}")));
        var mail = WorkspaceScope.call(
                workspace.id(), () -> layout.layOut("Yours", "", content, MergeFields.OF_SEQUENCES));
        var filled = mail.compile()
                .fill(Map.of(
                        "offer_link", "https://o.example",
                        "library_link", "https://l.example",
                        "gift_link", "https://g.example"));

        assertThat(mail.links()).isEmpty();
        assertThat(hrefs(Jsoup.parse(filled.html())))
                .startsWith("https://o.example", "https://l.example", "https://g.example");
        assertThat(filled.text())
                .contains("here (https://o.example), or https://l.example.")
                .contains("Your gift:\nhttps://g.example");
    }

    @Test
    void greetsEachReaderByNameOrFallback() {
        var mail = layOut(
                "{first_name}, your map",
                text("Hello {first_name|dear *reader*},\n\nlook. And {first_name}, look **again {first_name}**!"),
                text("{first_name},\n\nThe end."),
                new Block.Button("For {first_name|you}", "https://example.com"));

        var ana = mail.compile().fill(Map.of("first_name", "Ana <3"));
        assertThat(ana.subject()).isEqualTo("Ana <3, your map");
        assertThat(words(ana.html()))
                .contains("Hello Ana <3, look. And Ana <3, look again Ana <3! Ana <3, The end. For Ana <3");
        assertThat(ana.text())
                .contains(
                        "Hello Ana <3,\n\nlook. And Ana <3, look again Ana <3!\n\nAna <3,\n\nThe end.\n\nFor Ana <3:");

        var nobody = mail.compile().fill(Map.of());
        assertThat(nobody.subject()).isEqualTo("Your map");
        assertThat(words(nobody.html())).contains("Hello dear *reader*, look. And, look again! The end. For you");
        assertThat(nobody.html()).doesNotContain("<p style=\"margin:0 0 16px;\"></p>");
        assertThat(nobody.text()).contains("look again!").contains("The end.").contains("For you:");
    }

    @Test
    void showsMarkupAndExpressionsAsText() {
        var mail = layOut(
                EVIL,
                EVIL,
                text(EVIL),
                new Block.Button(EVIL, "https://example.com/?<script>\"'"),
                new Block.Picture(FileId.next(), 300, EVIL, ""));

        var html = fill(mail);
        assertThat(html.select("script, mj-raw")).isEmpty();
        assertThat(html.select("img").first().attr("alt")).contains("<script>alert(1)</script> [[${7777*7777}]]");
        assertThat(html.text()).contains("<script>alert(1)</script> [[${7777*7777}]] ${7777*7777} #{x} {{7777*7777}}");
        assertThat(mail.html() + mail.text() + mail.subject()).doesNotContain("60481729");
        assertThat(mail.html()).containsOnlyOnce("\uE000unsubscribe");
        assertThat(hrefs(html)).as("what has no name stays open to nobody").doesNotContain("");
    }

    @Test
    void isValidAndSmallHoweverLong() throws Exception {
        var blocks = new ArrayList<Block>();
        for (int part = 0; part < 16; part++) {
            blocks.add(text("## Chapter %d\n\n%s\n\n> %s\n\n- one\n- two\n\n[look](https://example.com/%d)"
                    .formatted(part, "Ä word & more ".repeat(80), "word".repeat(200), part)));
            blocks.add(picture("https://example.com/p" + part));
            blocks.add(new Block.Button("Look", "https://example.com/b" + part));
            blocks.add(new Block.Divider());
        }
        var mail = layOut("A long one", blocks.toArray(Block[]::new));
        var filled = mail.compile().fill(values(mail));

        assertThat(filled.html().getBytes(UTF_8)).hasSizeLessThan(100_000);
        var strict = Parser.htmlParser().setTrackErrors(50);
        var page = Jsoup.parse(filled.html(), "", strict);
        assertThat(strict.getErrors()).isEmpty();
        assertThat(page.select("html").attr("lang")).isNotEmpty();
        assertThat(page.select("title").text()).isEqualTo("A long one");
        assertThat(hrefs(page)).isNotEmpty().doesNotContain("");
        assertThat(page.select("img"))
                .hasSize(17)
                .allMatch(image -> image.hasAttr("alt")
                        && image.attr("src").startsWith("http")
                        && Integer.parseInt(image.attr("width")) <= 560);
        assertThat(page.select("[width]").eachAttr("width"))
                .allMatch(width -> width.equals("100%") || Integer.parseInt(width) <= 600);
        assertThat(filled.html())
                .doesNotContain("\uE000")
                .doesNotContain("\uE001")
                .doesNotContain("\uE002");

        for (var kind : List.of("html", "plain")) {
            var words = kind.equals("html") ? filled.html() : filled.text();
            assertThat(words.lines().map(line -> line.getBytes(UTF_8).length)).allMatch(bytes -> bytes <= 998);
            var message = new MimeMessage((Session) null);
            message.setText(words, "UTF-8", kind);
            message.saveChanges();
            var wire = new ByteArrayOutputStream();
            message.writeTo(wire);
            assertThat(Arrays.stream(wire.toString(UTF_8).split("\r\n"))).allMatch(line -> line.length() <= 998);
        }
        assertThat(filled.text()).doesNotContain("<").doesNotContain("&amp;").contains("Chapter 15");
    }

    @Test
    void leavesThePixelOutWhereNoneIsAsked() {
        var mail = layOut("Hello", text("Hello."));

        assertThat(Jsoup.parse(mail.compile().fill(Map.of()).html()).select("img"))
                .isEmpty();
        var counted = fill(mail).select("img").first();
        assertThat(counted.attr("src")).isEqualTo("https://o.example/1");
        assertThat(counted.attr("alt")).isEmpty();
    }

    private LaidOut layOut(String subject, Block... blocks) {
        return layOut(subject, subject, blocks);
    }

    private LaidOut layOut(String subject, String preheader, Block... blocks) {
        return WorkspaceScope.call(
                workspace.id(), () -> layout.layOut(subject, preheader, new MailContent(List.of(blocks))));
    }

    private static Map<String, String> values(LaidOut mail) {
        var values = new HashMap<>(Map.of(
                Slots.UNSUBSCRIBE, "https://u.example",
                Slots.PREFERENCES, "https://p.example",
                Slots.PIXEL, "https://o.example/1"));
        for (int link = 0; link < mail.links().size(); link++) {
            values.put(Slots.link(link), "https://t.example/" + link);
        }
        return Collections.unmodifiableMap(values);
    }

    private static Document fill(LaidOut mail) {
        return Jsoup.parse(mail.compile().fill(values(mail)).html());
    }

    private static String words(String html) {
        return Jsoup.parse(html).text();
    }

    private static List<String> hrefs(Element html) {
        return html.select("a").eachAttr("href");
    }

    private static Block text(String markdown) {
        return new Block.Text(markdown);
    }

    private static Block picture(String link) {
        return new Block.Picture(FileId.next(), 1200, "A map", link);
    }
}
