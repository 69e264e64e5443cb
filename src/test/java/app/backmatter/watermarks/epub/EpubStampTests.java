package app.backmatter.watermarks.epub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.backmatter.support.SmallEpub;
import app.backmatter.support.WatermarkFixtures;
import app.backmatter.watermarks.NotStampable;
import app.backmatter.watermarks.NotStampable.Reason;
import app.backmatter.watermarks.Stamp;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

class EpubStampTests {
    private static final Path HANDBOOK = Path.of("src/main/resources/example/files/the-last-pages.epub");
    private static final String PAGE = "OEBPS/backmatter-copy.xhtml";
    private static final String LINE = "This copy belongs to Rita Reader, order 12, Nov 22, 2026";

    @TempDir
    Path folder;

    @Test
    void theExamplesBookStaysValidAndGetsAPage() throws Exception {
        var copy = stamped(HANDBOOK, "Rita Reader");

        assertThat(EpubChecked.news(HANDBOOK, copy)).isEmpty();
        var before = entries(HANDBOOK);
        var after = entries(copy);
        var added = after.keySet().stream()
                .filter(name -> !before.containsKey(name))
                .toList();
        assertThat(added).singleElement().asString().endsWith("backmatter-copy.xhtml");
        assertThat(after.get(added.getFirst())).contains("<h1>Your copy</h1>", "<p>" + LINE + "</p>", "Jane Author");
    }

    @Test
    void aBookOfVersion3SaysWhoseCopyItIs() throws Exception {
        var source = SmallEpub.version3().write(folder.resolve("3.epub"));

        var copy = stamped(source, "Rita Reader");

        assertThat(EpubChecked.all(source)).isEmpty();
        assertThat(EpubChecked.all(copy)).isEmpty();
        assertThat(entries(copy).get("OEBPS/book.opf"))
                .contains(">" + LINE + "</dc:rights>", "<meta name=\"backmatter:order\" content=\"12\"/>")
                .containsPattern("<itemref idref=\"backmatter-copy\"/>\\s*</spine>");
        assertThat(entries(copy).get("OEBPS/text/nav.xhtml"))
                .contains("<li><a href=\"../backmatter-copy.xhtml\">Your copy</a></li>\n</ol>");
    }

    @Test
    void aBookOfVersion2SaysWhoseCopyItIs() throws Exception {
        var source = SmallEpub.version2().write(folder.resolve("2.epub"));

        var copy = stamped(source, "Rita Reader");

        assertThat(EpubChecked.all(source)).isEmpty();
        assertThat(EpubChecked.all(copy)).isEmpty();
        assertThat(entries(copy).get("OEBPS/book.opf"))
                .contains(LINE)
                .containsPattern("<opf:itemref idref=\"backmatter-copy\"/>\\s*</opf:spine>");
        assertThat(entries(copy).get("OEBPS/toc.ncx")).contains("playOrder=\"2\"", "src=\"backmatter-copy.xhtml\"");
        assertThat(entries(copy).get(PAGE)).contains("XHTML 1.1");
    }

    @Test
    void allElseGoesAlongByteForByteInItsOrder() throws Exception {
        var source = SmallEpub.version3()
                .with("OEBPS/text/one.xhtml", "Once.", "\u2003Ümlaut &amp; &#8212;\r\n\tOnce.")
                .write(folder.resolve("bytes.epub"));

        var before = entries(source);
        var after = entries(stamped(source, "Rita Reader"));

        assertThat(after.keySet().stream().filter(name -> !name.equals(PAGE)).toList())
                .isEqualTo(before.keySet().stream().toList());
        assertThat(after.get("OEBPS/text/one.xhtml")).isEqualTo(before.get("OEBPS/text/one.xhtml"));
        assertThat(after.get("OEBPS/book.opf")
                        .lines()
                        .filter(line -> !line.contains("backmatter") && !line.contains("rights")))
                .as("of what changes, only lines that were added")
                .containsExactlyElementsOf(before.get("OEBPS/book.opf").lines().toList());
    }

    @Test
    void theMimetypeIsTheFirstAndIsStored() throws Exception {
        try (var zip = new ZipFile(stamped(HANDBOOK, "Rita Reader").toFile())) {
            var first = zip.entries().nextElement();

            assertThat(first.getName()).isEqualTo("mimetype");
            assertThat(first.getMethod()).isEqualTo(ZipEntry.STORED);
            assertThat(first.getExtra()).isNull();
        }
    }

    @Test
    void obfuscatedFontsAndTheirKeyGoAlong() throws Exception {
        var font = new byte[] {1, 2, 3, (byte) 0xff};
        var source = SmallEpub.version3()
                .with("OEBPS/font.otf", font)
                .with("META-INF/encryption.xml", encryption("http://www.idpf.org/2008/embedding"))
                .write(folder.resolve("font.epub"));

        var before = entries(source);
        var after = entries(stamped(source, "Rita Reader"));

        assertThat(after.get("OEBPS/font.otf")).isEqualTo(before.get("OEBPS/font.otf"));
        assertThat(after.get("META-INF/encryption.xml")).isEqualTo(before.get("META-INF/encryption.xml"));
        assertThat(after.get("OEBPS/book.opf"))
                .contains("<dc:identifier id=\"id\">urn:uuid:6d0b7d5c-2b0f-4a3e-9f0c-1e2d3c4b5a69</dc:identifier>");
    }

    @Test
    void aLockedBookIsRefused() {
        var locked = SmallEpub.version3()
                .with("META-INF/encryption.xml", encryption("http://www.w3.org/2001/04/xmlenc#aes128-cbc"));

        assertThat(refused(locked)).isEqualTo(Reason.ENCRYPTED);
    }

    @Test
    void aSignedBookIsRefused() {
        assertThat(refused(SmallEpub.version3().with("META-INF/signatures.xml", "<signatures/>")))
                .isEqualTo(Reason.SIGNED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"metadata", "manifest", "spine", "package"})
    void aBookWithoutItsPartsIsRefused(String part) {
        assertThat(refused(SmallEpub.version3().with("OEBPS/book.opf", "<" + part, "<other")))
                .isEqualTo(Reason.BROKEN);
    }

    @Test
    void whatIsNoArchiveIsRefused() throws IOException {
        var file = Files.writeString(folder.resolve("no.epub"), "PK\3\4mimetypeapplication/epub+zip and no more");

        assertThatExceptionOfType(NotStampable.class)
                .isThrownBy(() -> stamped(file, "Rita Reader"))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.BROKEN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</p></body></html><script>alert(1)</script>",
                "\"/><item id=\"x\" href=\"//evil.example\"/>",
                "]]> &amp; &evil; <!ENTITY x SYSTEM 'file:///etc/passwd'>",
                "Rita\r\n\0\u0001\u2028Reader",
                "\u202eevil\u2066",
                "مريم \ud83d\udc69\u200d\ud83d\udcbb \udfff\ud800 \uffff",
                "{0} %s ${x} #{y}"
            })
    void namesThatLookLikeMarkupAreText(String name) throws Exception {
        for (var epub : new SmallEpub[] {SmallEpub.version2(), SmallEpub.version3()}) {
            var copy = stamped(epub.write(folder.resolve("hostile.epub")), name);

            var page = parsed(entries(copy).get(PAGE));
            assertThat(page.getElementsByTagName("*").getLength())
                    .as("html, head, title, body, h1, 3 p")
                    .isEqualTo(8);
            assertThat(page.getElementsByTagName("p").item(0).getTextContent())
                    .isEqualTo(WatermarkFixtures.of(name).line())
                    .doesNotContain("\u202e");
        }
    }

    @Test
    void allOfThatAtOnceIsStillAValidBook() throws Exception {
        var name = "</p>\"/><item/> ]]> &evil; <!ENTITY \r\n"
                + "\0\u0001 \u202e مريم \ud83d\udc69\u200d\ud83d\udcbb \udfff \uffff {0}";

        assertThat(EpubChecked.all(stamped(SmallEpub.version2().write(folder.resolve("2.epub")), name)))
                .isEmpty();
        assertThat(EpubChecked.all(stamped(SmallEpub.version3().write(folder.resolve("3.epub")), name)))
                .isEmpty();
    }

    @Test
    void aNameOfFiveHundredCharactersIsCut() throws Exception {
        var copy = stamped(SmallEpub.version3().write(folder.resolve("long.epub")), "Hubert Blaine ".repeat(36));

        assertThat(EpubChecked.all(copy)).isEmpty();
        assertThat(entries(copy).get(PAGE)).contains("Hubert Blaine", "&#8230;, order 12");
    }

    @Test
    void namesThatTheBookHasAlreadyAreNotTaken() throws Exception {
        var source = SmallEpub.version3()
                .with("OEBPS/BACKMATTER-copy.xhtml", "mine")
                .with("OEBPS/book.opf", "id=\"one\"", "id=\"backmatter-copy\"")
                .with("OEBPS/book.opf", "idref=\"one\"", "idref=\"backmatter-copy\"")
                .write(folder.resolve("taken.epub"));

        var copy = stamped(source, "Rita Reader");

        assertThat(EpubChecked.news(source, copy)).isEmpty();
        assertThat(entries(copy))
                .containsEntry("OEBPS/BACKMATTER-copy.xhtml", "mine")
                .containsKey("OEBPS/backmatter-copy-2.xhtml");
        assertThat(entries(copy).get("OEBPS/book.opf")).contains("idref=\"backmatter-copy-2\"");
    }

    @Test
    void aCopyOfACopyIsValid() throws Exception {
        var copy = stamped(stamped(HANDBOOK, "Rita Reader"), "Bob Buyer");

        assertThat(EpubChecked.news(HANDBOOK, copy)).isEmpty();
    }

    @Test
    void aBookOfFixedPagesGetsOneThatFlows() throws Exception {
        var source = SmallEpub.version3()
                .with(
                        "OEBPS/book.opf",
                        "</metadata>",
                        "<meta property=\"rendition:layout\">pre-paginated</meta></metadata>")
                .with(
                        "OEBPS/text/one.xhtml",
                        "<title>",
                        "<meta name=\"viewport\" content=\"width=600, height=800\"/><title>")
                .write(folder.resolve("fixed.epub"));

        assertThat(EpubChecked.all(source)).isEmpty();
        assertThat(EpubChecked.all(stamped(source, "Rita Reader"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "UTF-16BE", "windows-1252"})
    void otherEncodingsStayWhatTheyAre(String charset) throws Exception {
        var source = SmallEpub.version3()
                .with("OEBPS/book.opf", "The Last Pages", "Die allerletzten Seiten, fürwahr")
                .with("OEBPS/book.opf", "<?xml", (charset.equals("UTF-16BE") ? "\ufeff" : "") + "<?xml")
                .encoded("OEBPS/book.opf", Charset.forName(charset))
                .write(folder.resolve("encoded.epub"));

        var copy = stamped(source, "Зоя");

        try (var zip = new ZipFile(copy.toFile())) {
            var opf = zip.getInputStream(zip.getEntry("OEBPS/book.opf")).readAllBytes();
            assertThat(new String(opf, Charset.forName(charset))).contains("fürwahr", "&#1047;&#1086;&#1103;");
        }
        assertThat(EpubChecked.news(source, copy)).isEmpty();
    }

    private Path stamped(Path source, String name) throws Exception {
        var target = Files.createTempFile(folder, "copy", ".epub");
        Stamp.EPUB.copy(source, WatermarkFixtures.of(name), target);
        return target;
    }

    private Reason refused(SmallEpub epub) {
        var reason = new Reason[1];
        assertThatExceptionOfType(NotStampable.class)
                .isThrownBy(() -> stamped(epub.write(folder.resolve("refused.epub")), "Rita Reader"))
                .satisfies(e -> reason[0] = e.reason());
        return reason[0];
    }

    private static String encryption(String algorithm) {
        return """
            <encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#">
            <enc:EncryptedData><enc:EncryptionMethod Algorithm="%s"/>
            <enc:CipherData><enc:CipherReference URI="OEBPS/font.otf"/></enc:CipherData></enc:EncryptedData>
            </encryption>
            """.formatted(algorithm);
    }

    /** Names and contents, in their order; bytes as characters. */
    private static Map<String, String> entries(Path epub) throws IOException {
        var contents = new LinkedHashMap<String, String>();
        try (var zip = new ZipFile(epub.toFile())) {
            for (var entry : zip.stream().toList()) {
                var bytes = zip.getInputStream(entry).readAllBytes();
                contents.put(entry.getName(), new String(bytes, StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }

    private static Document parsed(String page) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder()
                .parse(new java.io.ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
    }
}
