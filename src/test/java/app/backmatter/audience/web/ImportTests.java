package app.backmatter.audience.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import app.backmatter.audience.Audience;
import app.backmatter.audience.ContactStatus;
import app.backmatter.audience.ContactView;
import app.backmatter.audience.SignUpMother;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Source;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.SmallZip;
import app.backmatter.support.TestWorkspace;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** An author brings a list, from the file to the people, by the pages alone. */
@BackmatterTest
class ImportTests {
    private static final String CONSENT = "Signed up on adaquill.com, 2019 to 2024.";

    @Autowired
    AccountFixtures fixtures;

    @Autowired
    Audience audience;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    TestWorkspace workspace;

    @BeforeEach
    void makeWorkspace() {
        workspace = fixtures.workspace();
    }

    @Test
    void bringsPeopleWithNameTagsTimeAndConsent() throws Exception {
        var page = run("kit.csv", """
            first_name,email_address,state,created_at,tags
            Ana,ANA@example.com,active,2023-03-24T10:23:10Z,"thriller, fan"
            Ben,ben@example.com,unknown word,2023-03-24T10:23:10Z,
            Cy,cy@example.com,cancelled,2023-03-24T10:23:10Z,fan
            Dee,not an address,active,,
            """, Map.of("tags", "from Kit"));

        assertThat(counts(page)).isEqualTo("4 1 1 0 0 0 1 1");
        var ana = find("ana@example.com");
        assertThat(ana.status()).isEqualTo(ContactStatus.SUBSCRIBED);
        assertThat(ana.firstName()).isEqualTo("Ana");
        assertThat(ana.tags()).containsExactlyInAnyOrder("thriller", "fan", "from Kit");
        assertThat(ana.joinedAt()).isEqualTo("2023-03-24T10:23:10Z");
        assertThat(find("ben@example.com").status()).isEqualTo(ContactStatus.PENDING);
        assertThat(find("cy@example.com").status()).isEqualTo(ContactStatus.UNSUBSCRIBED);
        assertThat(find("cy@example.com").tags()).isEmpty();

        var history = open("/contacts/" + ana.id()).text();
        assertThat(history).contains("Came with the list kit.csv", CONSENT, "the list kit.csv", "Mar 24, 2023");
        assertThat(history).contains("Got the tag thriller", "Got the tag fan", "Got the tag from Kit");
        run("more.csv", "email,name\nana@example.com,Ana\n", Map.of("tags", "again", "rest", "SUBSCRIBED"));
        assertThat(open("/contacts/" + ana.id()).text()).containsOnlyOnce("Got the tag again");
        assertThat(open("/contacts/" + find("cy@example.com").id()).text())
                .contains("as somebody who left, with the list kit.csv")
                .doesNotContain(CONSENT);
        assertThat(open("/contacts/" + find("ben@example.com").id()).text()).doesNotContain(CONSENT);
    }

    @Test
    void neverRevivesWhoLeftNorLowersWhoIsSubscribed() throws Exception {
        signUp("left@example.com", false);
        leave("left@example.com");
        signUp("stays@example.com", false);
        signUp("waits@example.com", true);
        signUp("came-back@example.com", false);
        leave("came-back@example.com");
        signUp("came-back@example.com", true);
        WorkspaceScope.run(
                workspace.id(),
                () -> audience.buyer(
                        new EmailAddress("buyer@example.com"), "", Source.DIRECT, Instant.now(), Instant.now()));
        var list = """
            Email,First name,Status
            left@example.com,Lea,subscribed
            stays@example.com,Stan,unconfirmed
            waits@example.com,,subscribed
            came-back@example.com,,active
            buyer@example.com,Bo,subscribed
            new@example.com,,subscribed
            NEW@example.com,,subscribed
            """;

        assertThat(counts(run("list.csv", list, Map.of()))).isEqualTo("7 1 0 2 3 1 0 0");

        assertThat(statuses())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "left@example.com", "UNSUBSCRIBED",
                        "stays@example.com", "SUBSCRIBED",
                        "waits@example.com", "PENDING",
                        "came-back@example.com", "PENDING",
                        "buyer@example.com", "SUBSCRIBED",
                        "new@example.com", "SUBSCRIBED"));
        assertThat(find("left@example.com").firstName()).isEmpty();
        assertThat(open("/contacts/" + find("buyer@example.com").id()).text())
                .contains(CONSENT, "Stood on the list list.csv");

        leave("new@example.com");
        assertThat(counts(run("list.csv", list, Map.of()))).isEqualTo("7 0 0 0 4 3 0 0");
        assertThat(find("new@example.com").status()).isEqualTo(ContactStatus.UNSUBSCRIBED);
    }

    @Test
    void keepsAwayWhoLeftByTheList() throws Exception {
        signUp("ana@example.com", false);
        var gone = "Email,Unsubscribed at\nana@example.com,2024-01-01\nben@example.com,2024-01-01\n";
        assertThat(counts(run("gone.csv", gone, Map.of("rest", "SUBSCRIBED")))).isEqualTo("2 0 0 0 0 0 2 0");
        assertThat(counts(run("all.csv", "Email\nana@example.com\nben@example.com\n", Map.of("rest", "SUBSCRIBED"))))
                .isEqualTo("2 0 0 0 0 2 0 0");
        assertThat(statuses().values()).containsOnly("UNSUBSCRIBED");
        assertThat(open("/contacts/" + find("ana@example.com").id()).text())
                .contains("Left the list by the list gone.csv");
    }

    @Test
    void letsAHeldPersonInByALaterListThatKnowsMore() throws Exception {
        assertThat(counts(run("a.csv", "Email\nana@example.com\n", Map.of("rest", "HELD"))))
                .isEqualTo("1 0 1 0 0 0 0 0");
        assertThat(counts(run("b.csv", "Email\nana@example.com\n", Map.of("rest", "SUBSCRIBED"))))
                .isEqualTo("1 0 0 1 0 0 0 0");
        assertThat(find("ana@example.com").status()).isEqualTo(ContactStatus.SUBSCRIBED);
        assertThat(open("/contacts/" + find("ana@example.com").id()).text()).contains(CONSENT);
    }

    @Test
    void asksForConsentAndForWhatTheFileDoesNotSay() throws Exception {
        var path = upload("plain.csv", "Email,Town\nana@example.com,Oslo\n".getBytes(StandardCharsets.UTF_8));
        var refused = send(path + "/start", Map.of("fields", List.of("NOTHING", "NOTHING"), "tags", List.of("kept")));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString())
                .contains(
                        "Say which column holds",
                        "Say who these people are",
                        "Without that they must not be mailed",
                        "kept");
        assertThat(statuses()).isEmpty();
    }

    @Test
    void givesRejectedRowsBackWithoutFormulas() throws Exception {
        var page = run(
                "plain.csv",
                "Email,Note\n=cmd|' /C calc'!A0,x\n,\"=1+1\"\nana@example.com,\n",
                Map.of("rest", "SUBSCRIBED"));
        var link = page.select("a[href$=/rejected]").attr("href");
        var csv = mvc.perform(get(link).with(workspace.owner().signedIn()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(csv.lines().skip(1))
                .containsExactly(
                        "plain.csv,2,This is no e-mail address.,'=cmd|' /C calc'!A0,x",
                        "plain.csv,3,There is no address.,,'=1+1");
    }

    /** Shared and inline text, a number, a date, gaps between cells and rows, and a sheet that is none of the list. */
    @Test
    void readsTheFirstSheetOfAWorkbook() throws Exception {
        var page = run("list.xlsx", workbook(), Map.of());

        assertThat(counts(page)).isEqualTo("3 3 0 0 0 0 0 0");
        var ana = find("ana@example.com");
        assertThat(ana.firstName()).isEqualTo("Ana & Co");
        assertThat(ana.joinedAt().toString()).startsWith("2023-03-15T");
        assertThat(ana.tags()).containsExactly("2024");
        assertThat(find("ben@example.com").firstName()).isEmpty();
        assertThat(find("cy@example.com").joinedAt().toString()).startsWith("2023-03-15T12:00");
        assertThat(find("cy@example.com").tags()).isEmpty();
    }

    private static byte[] workbook() {
        var sheet = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>%s"
                + "</sheetData></worksheet>";
        return SmallZip.archive()
                .with("[Content_Types].xml", """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                    <Default Extension="xml" ContentType="application/xml"/>\
                    <Override PartName="/xl/workbook.xml" \
                    ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
                    <Override PartName="/xl/sharedStrings.xml" \
                    ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>\
                    <Override PartName="/xl/styles.xml" \
                    ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>\
                    """)
                .with("_rels/.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                    <Relationship Id="rId1" Target="xl/workbook.xml" \
                    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>\
                    """)
                .with("xl/workbook.xml", """
                    <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
                    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>\
                    <sheet name="People" sheetId="1" r:id="rId1"/><sheet name="Notes" sheetId="2" r:id="rId2"/></sheets></workbook>\
                    """)
                .with("xl/_rels/workbook.xml.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                    <Relationship Id="rId1" Target="worksheets/sheet1.xml" \
                    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/>\
                    <Relationship Id="rId2" Target="worksheets/sheet2.xml" \
                    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/>\
                    <Relationship Id="rId3" Target="sharedStrings.xml" \
                    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"/>\
                    <Relationship Id="rId4" Target="styles.xml" \
                    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"/></Relationships>\
                    """)
                .with("xl/sharedStrings.xml", """
                    <sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="3" uniqueCount="3">\
                    <si><t>first_name</t></si><si><t>active</t></si><si><r><t>Ana </t></r><r><t>&amp; Co</t></r></si></sst>\
                    """)
                .with("xl/styles.xml", """
                    <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
                    <numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy-mm-dd hh:mm"/></numFmts>\
                    <cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>\
                    """)
                .with("xl/worksheets/sheet1.xml", sheet.formatted("""
                    <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>email_address</t></is></c>\
                    <c r="C1" t="inlineStr"><is><t>state</t></is></c><c r="D1" t="inlineStr"><is><t>created_at</t></is></c>\
                    <c r="E1" t="inlineStr"><is><t>tags</t></is></c></row>\
                    <row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" t="inlineStr"><is><t>ana@example.com</t></is></c>\
                    <c r="C2" t="s"><v>1</v></c><c r="D2" s="1"><v>45000</v></c><c r="E2"><v>2024</v></c></row>\
                    <row r="3"><c r="B3" t="inlineStr"><is><t>ben@example.com</t></is></c><c r="C3" t="s"><v>1</v></c></row>\
                    <row r="7"><c r="A7"/><c r="B7" t="inlineStr"><is><t>cy@example.com</t></is></c>\
                    <c r="C7" t="s"><v>1</v></c><c r="D7" s="2"><v>45000.5</v></c></row>\
                    """))
                .with(
                        "xl/worksheets/sheet2.xml",
                        sheet.formatted(
                                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>zed@example.com</t></is></c></row>"))
                .bytes();
    }

    @Test
    void answersHostileFilesInWords() throws Exception {
        refuses("empty.csv", new byte[0], "empty.csv");
        refuses("head.csv", bytes("Email,Name\n"), "no rows below it");
        refuses("book.pdf", bytes("%PDF-1.4\n"), "");
        refuses("page.csv", bytes("<html><body>ana@example.com"), "This is no list");
        refuses("bomb.zip", SmallZip.archive().with("a.csv", new byte[60 << 20]).bytes(), "would unpack to far more");
        refuses(
                "out.zip",
                SmallZip.archive().with("../a.csv", "Email\nana@example.com").bytes(),
                "");
        refuses("sheet.xlsx", SmallZip.archive().with("xl/workbook.xml", "<x").bytes(), "can’t be read");
        var page = run(
                "odd.csv",
                concat(
                        bytes("Email,Name\nana@example.com,\""),
                        "x".repeat(1 << 20),
                        "\"\n\u0000b\u0007@example.com,\n"),
                Map.of("rest", "HELD"));
        assertThat(counts(page)).startsWith("2 ");
        var broken =
                new byte[] {'E', 'm', 'a', 'i', 'l', '\n', 'a', (byte) 0xff, (byte) 0xc3, '@', 'x', '.', 'c', 'o', '\n'
                };
        assertThat(counts(run("bytes.csv", broken, Map.of("rest", "HELD")))).startsWith("1 ");
    }

    private void refuses(String name, byte[] content, String words) throws Exception {
        var answer = post(name, content);
        assertThat(answer.getStatus()).as(name).isEqualTo(422);
        assertThat(answer.getContentAsString()).as(name).contains(words);
    }

    private Document run(String name, String content, Map<String, String> typed) throws Exception {
        return run(name, bytes(content), typed);
    }

    /** As proposed, with what is typed beside that. */
    private Document run(String name, byte[] content, Map<String, String> typed) throws Exception {
        var path = upload(name, content);
        var form = Jsoup.parse(
                mvc.perform(get(path + "/edit").with(workspace.owner().signedIn()))
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
        var fields = form.select("select[name=fields] option[selected]").eachAttr("value");
        var all = new java.util.HashMap<String, List<String>>(Map.of("fields", fields, "consent", List.of(CONSENT)));
        typed.forEach((key, value) -> all.put(key, List.of(value)));
        var answer = send(path + "/start", all);
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(302);
        await().until(() ->
                !open(path.substring(workspace.path("").length())).text().contains("You may leave this page"));
        return open(path.substring(workspace.path("").length()));
    }

    private String upload(String name, byte[] content) throws Exception {
        var answer = post(name, content);
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(302);
        return answer.getRedirectedUrl().replace("/edit", "");
    }

    private MockHttpServletResponse post(String name, byte[] content) throws Exception {
        return mvc.perform(multipart(workspace.path("/imports"))
                        .file(new MockMultipartFile("files", name, "text/csv", content))
                        .with(workspace.owner().signedIn()))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse send(String path, Map<String, List<String>> fields) throws Exception {
        var request = org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(path)
                .with(workspace.owner().signedIn());
        fields.forEach((name, values) -> request.param(name, values.toArray(String[]::new)));
        return mvc.perform(request).andReturn().getResponse();
    }

    private Document open(String path) throws Exception {
        return Jsoup.parse(
                mvc.perform(get(workspace.path(path)).with(workspace.owner().signedIn()))
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    /** Read, new, held, updated, unchanged, left alone, suppressed, rejected. */
    private String counts(Document page) {
        assertThat(page.text()).contains("Ended on");
        return jdbc.sql("""
            select concat_ws(' ', rows_read, added, held, updated, unchanged, left_alone, suppressed, rejected)
            from imports where workspace_id = ? order by id desc limit 1
            """).param(workspace.id().value()).query(String.class).single();
    }

    private Map<String, String> statuses() {
        var statuses = new java.util.TreeMap<String, String>();
        jdbc.sql("select email, status from contacts where workspace_id = ?")
                .param(workspace.id().value())
                .query(row -> {
                    statuses.put(row.getString("email"), row.getString("status"));
                });
        return statuses;
    }

    private ContactView find(String email) {
        return WorkspaceScope.call(
                workspace.id(), () -> audience.find(new EmailAddress(email)).orElseThrow());
    }

    private void signUp(String email, boolean doubleOptIn) {
        var signUp = SignUpMother.ana(workspace.id(), Instant.now()).withEmail(email);
        audience.signUp(List.of((doubleOptIn ? signUp : signUp.singleOptIn()).build()));
    }

    private void leave(String email) {
        WorkspaceScope.run(
                workspace.id(), () -> audience.unsubscribe(find(email).id(), "author", Instant.now()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] concat(byte[] head, String... rest) {
        return bytes(new String(head, StandardCharsets.UTF_8) + String.join("", rest));
    }
}
