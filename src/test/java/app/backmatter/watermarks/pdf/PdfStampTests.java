package app.backmatter.watermarks.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.backmatter.support.SignedPdf;
import app.backmatter.support.SmallPdf;
import app.backmatter.support.WatermarkFixtures;
import app.backmatter.watermarks.NotStampable;
import app.backmatter.watermarks.NotStampable.Reason;
import app.backmatter.watermarks.Stamp;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdfStampTests {
    private static final String LINE = "This copy belongs to Rita Reader, order 12, Nov 22, 2026";

    @TempDir
    Path folder;

    @Test
    void everyPageSaysWhoseCopyItIsAndWhatItSaidBefore() throws Exception {
        var source = save(document(page(PDRectangle.A4, 0, "Chapter one"), page(PDRectangle.LETTER, 0, "Chapter two")));

        try (var copy = Loader.loadPDF(stamped(source, "Rita Reader").toFile())) {
            assertThat(text(copy, 1)).contains("Chapter one", LINE);
            assertThat(text(copy, 2)).contains("Chapter two", LINE);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 400, 600", "90, 600, 400", "180, 400, 600", "270, 600, 400"})
    void theLineStandsUprightAtTheFootOfWhatIsShownOfThePage(int turned, float width, float height) throws Exception {
        var page = page(new PDRectangle(0, 0, 1000, 1000), turned, "Text");
        page.setCropBox(new PDRectangle(300, 200, 400, 600));

        try (var copy =
                Loader.loadPDF(stamped(save(document(page)), "Rita Reader").toFile())) {
            var letters = lettersOfTheLine(copy);

            assertThat(letters).hasSizeGreaterThan(40).allSatisfy(letter -> {
                assertThat(letter.getDir()).as("as the page is turned").isEqualTo(turned);
                assertThat(letter.getX()).isBetween(5f, width - 5);
                assertThat(letter.getY()).isBetween(height - 30, height - 2);
                assertThat(Math.abs(letter.getYScale())).isBetween(5f, 9f);
            });
            assertThat(letters.getFirst().getX() + letters.getLast().getX())
                    .as("in the middle")
                    .isBetween(width - 20, width + 20);
        }
    }

    @Test
    void aPageThatTurnsAndShrinksItsContentDoesNotDoSoWithTheLine() throws Exception {
        var document = new PDDocument();
        var page = page(PDRectangle.A5, 0, "Text");
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
            content.appendRawCommands("0 0.1 -0.1 0 50 50 cm\n");
        }

        try (var copy = Loader.loadPDF(stamped(save(document), "Rita Reader").toFile())) {
            assertThat(lettersOfTheLine(copy)).allSatisfy(letter -> {
                assertThat(letter.getDir()).isZero();
                assertThat(letter.getYScale()).isGreaterThan(5f);
            });
        }
    }

    @Test
    void aLargeUnitKeepsTheLettersSmall() throws Exception {
        var page = page(new PDRectangle(42, 60), 0, "");
        page.setUserUnit(10);

        try (var copy =
                Loader.loadPDF(stamped(save(document(page)), "Rita Reader").toFile())) {
            assertThat(lettersOfTheLine(copy))
                    .isNotEmpty()
                    .allSatisfy(
                            letter -> assertThat(Math.abs(letter.getYScale())).isBetween(0.5f, 0.9f));
        }
    }

    @Test
    void aPageOfAStampsSizeStaysAsItIs() throws Exception {
        var source = save(document(page(new PDRectangle(12, 12), 0, ""), page(PDRectangle.A4, 0, "Text")));

        try (var copy = Loader.loadPDF(stamped(source, "Rita Reader").toFile())) {
            assertThat(text(copy, 1)).doesNotContain("copy");
            assertThat(text(copy, 2)).contains(LINE);
        }
    }

    @Test
    void thousandPagesShareOneLine() throws Exception {
        var document = new PDDocument();
        for (int i = 0; i < 1000; i++) {
            document.addPage(new PDPage(PDRectangle.A5));
        }
        var source = save(document);

        var copy = stamped(source, "Rita Reader");

        assertThat(Files.size(copy) - Files.size(source)).isLessThan(60_000);
        try (var read = Loader.loadPDF(copy.toFile())) {
            assertThat(text(read, 1000)).contains(LINE);
        }
    }

    @Test
    void pagesThatShareTheirResourcesEachGetALineOfTheirSize() throws Exception {
        var document = document(page(PDRectangle.A5, 0, "small"), page(PDRectangle.A3, 0, "large"));
        document.getPage(1).setResources(document.getPage(0).getResources());

        try (var copy = Loader.loadPDF(stamped(save(document), "Rita Reader").toFile())) {
            assertThat(copy.getPage(0).getResources().getXObjectNames()).hasSize(2);
            assertThat(text(copy, 1)).containsOnlyOnce(LINE);
            assertThat(text(copy, 2)).containsOnlyOnce(LINE);
        }
    }

    @Test
    void outlineLinksFormTagsAndMetadataGoAlong() throws Exception {
        var document = document(page(PDRectangle.A4, 0, "Text"));
        furnish(document);

        try (var copy = Loader.loadPDF(stamped(save(document), "Rita Reader").toFile())) {
            var catalog = copy.getDocumentCatalog();
            assertThat(catalog.getDocumentOutline().getFirstChild().getTitle()).isEqualTo("Chapter one");
            assertThat(catalog.getDocumentOutline().getFirstChild().findDestinationPage(copy))
                    .isEqualTo(copy.getPage(0));
            var link = (PDAnnotationLink) copy.getPage(0).getAnnotations().getFirst();
            assertThat(((PDActionURI) link.getAction()).getURI()).isEqualTo("https://example.org/");
            assertThat(catalog.getAcroForm().getField("name")).isInstanceOf(PDTextField.class);
            assertThat(catalog.getStructureTreeRoot().getCOSObject().getString("Note"))
                    .isEqualTo("tagged");
            assertThat(catalog.getLanguage()).isEqualTo("en");
            assertThat(catalog.getMetadata().toByteArray())
                    .asString(StandardCharsets.UTF_8)
                    .contains("x:xmpmeta");
            assertThat(copy.getDocumentInformation().getTitle()).isEqualTo("The Last Pages");
            assertThat(copy.getDocumentInformation().getCustomMetadataValue("Copy"))
                    .isEqualTo(LINE);
        }
    }

    @Test
    void theLineIsNoPartOfTheTextThatIsReadAloud() throws Exception {
        var copy = stamped(save(document(page(PDRectangle.A4, 0, "Text"))), "Rita Reader");

        try (var read = Loader.loadPDF(copy.toFile());
                var content = read.getPage(0).getContents()) {
            assertThat(new String(content.readAllBytes(), StandardCharsets.ISO_8859_1))
                    .containsPattern("/Artifact BMC\\s+q\\s+/BackmatterCopy0 Do\\s+Q\\s+EMC");
        }
    }

    @Test
    void anOldFormatStaysOne() throws Exception {
        var source = folder.resolve("old.pdf");
        Files.write(source, SmallPdf.page("Old"));

        try (var copy = Loader.loadPDF(stamped(source, "Rita Reader").toFile())) {
            assertThat(copy.getVersion()).isEqualTo(1.4f);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Łukasz Żółć",
                "Ngô Thị Hương",
                "Зоя Космодемьянская",
                "Ελένη",
                "Արամ",
                "ნინო",
                "José Ñandú",
                "O'Brien-Smith",
                "Çağrı Işık"
            })
    void namesOfManyScriptsAreDrawnAsTheyAre(String name) throws Exception {
        assertThat(line(name)).contains("This copy belongs to " + name + ", order 12");
    }

    @Test
    void hebrewIsDrawnFromTheRightAndArabicIsJoined() throws Exception {
        assertThat(drawn("עדה")).containsSubsequence("ה", "ד", "ע");
        assertThat(drawn("مريم")).containsSubsequence("\ufee2", "\ufef3", "\ufeae", "\ufee3");
        assertThat(drawn("سلام")).contains("\ufee1\ufefc\ufeb3");
        assertThat(drawn("پگاه")).as("of Persian").contains("\ufe8e\ufb95\ufb58");
    }

    @Test
    void whatCanNotBeDrawnIsLeftOutAndTheOrderIsThere() throws Exception {
        assertThat(line("Rita \ud83e\udda6\udbff\udfff")).contains("This copy belongs to Rita, order 12");
        assertThat(line("\udbff\udffd\udbff\udffe")).contains("This copy belongs to order 12");
        assertThat(line("")).contains("This copy belongs to order 12");
        assertThat(Normalizer.normalize(line("\uff32\uff49\uff54\uff41"), Normalizer.Form.NFKC))
                .as("letters of another width, by the usual ones")
                .contains("This copy belongs to Rita, order 12");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b>Rita</b> & ]]>",
                "(Rita) Tj ET Q \\ % endstream",
                "Rita\r\nReader\0\u2028x",
                "\u202eatiR\u2066",
                "{0} ${user.name} #{title}"
            })
    void namesThatLookLikeCommandsAreText(String name) throws Exception {
        var shown = line(name);

        assertThat(shown)
                .startsWith("This copy belongs to ")
                .contains(", order 12")
                .doesNotContain("\u202e", "\0");
        assertThat(shown.replaceAll("\\W", ""))
                .containsIgnoringCase(name.contains("atiR") ? "atiR" : name.contains("user") ? "username" : "Rita");
    }

    @Test
    void aNameOfFiveHundredCharactersIsCutToTheRoomThatThereIs() throws Exception {
        var source = save(document(page(PDRectangle.A5, 0, "Text")));

        try (var copy =
                Loader.loadPDF(stamped(source, "Hubert Blaine ".repeat(36)).toFile())) {
            assertThat(text(copy, 1)).contains("This copy belongs to Hubert Blaine", "…, order 12");
            assertThat(lettersOfTheLine(copy))
                    .allSatisfy(letter -> assertThat(letter.getX()).isBetween(0f, PDRectangle.A5.getWidth() - 5));
        }
    }

    @Test
    void aLockedFileIsRefused() throws Exception {
        var document = document(page(PDRectangle.A4, 0, "Text"));
        document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
        assertThat(refused(save(document))).isEqualTo(Reason.ENCRYPTED);

        var secret = document(page(PDRectangle.A4, 0, "Text"));
        secret.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
        assertThat(refused(save(secret))).isEqualTo(Reason.ENCRYPTED);
    }

    @Test
    void aSignedFileIsRefusedForTheLineWouldBreakTheSignature() throws Exception {
        var signed = Files.write(folder.resolve("copy-of-signed.pdf"), SignedPdf.page(folder));

        assertThat(refused(signed)).isEqualTo(Reason.SIGNED);
    }

    @Test
    void aBrokenFileIsRefused() throws IOException {
        var broken = folder.resolve("broken.pdf");
        Files.writeString(broken, "%PDF-1.7\nnothing more\n%%EOF");

        assertThat(refused(broken)).isEqualTo(Reason.BROKEN);
    }

    /** A third of the file. */
    @Test
    void aLargeFileNeedsLittleMemory() throws Exception {
        var large = folder.resolve("large.pdf");
        LargePdf.write(large, 120 << 20);

        assertThat(Files.size(stampedWithin(40, large))).isGreaterThan(120 << 20);
    }

    @Test
    void anIntricateFileIsStampedWithTheMemoryOfASmallMachineOrRefused() throws Exception {
        var intricate = folder.resolve("intricate.pdf");
        LargePdf.writeLinks(intricate, PdfStamp.mostObjects(100 << 20) - 10);
        assertThat(stampedWithin(100, intricate)).isNotEmptyFile();

        LargePdf.writeLinks(intricate, PdfStamp.mostObjects(Runtime.getRuntime().maxMemory()) + 10);
        assertThat(refused(intricate)).isEqualTo(Reason.TOO_INTRICATE);
    }

    /** In a process of its own with so many megabytes of heap. */
    private Path stampedWithin(int megabytes, Path source) throws Exception {
        var target = folder.resolve("copy.pdf");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + megabytes + "m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargePdf.class.getName(),
                        source.toString(),
                        target.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return target;
    }

    private static void furnish(PDDocument document) throws IOException {
        var page = document.getPage(0);
        var catalog = document.getDocumentCatalog();
        var outline = new PDDocumentOutline();
        var chapter = new PDOutlineItem();
        chapter.setTitle("Chapter one");
        chapter.setDestination(page);
        outline.addLast(chapter);
        catalog.setDocumentOutline(outline);
        var link = new PDAnnotationLink();
        var action = new PDActionURI();
        action.setURI("https://example.org/");
        link.setAction(action);
        link.setRectangle(new PDRectangle(10, 10, 50, 20));
        page.getAnnotations().add(link);
        var form = new PDAcroForm(document);
        catalog.setAcroForm(form);
        var field = new PDTextField(form);
        field.setPartialName("name");
        form.getFields().add(field);
        var tags = new PDStructureTreeRoot();
        tags.getCOSObject().setString("Note", "tagged");
        catalog.setStructureTreeRoot(tags);
        catalog.setLanguage("en");
        var metadata = new PDMetadata(document);
        metadata.importXMPMetadata("<x:xmpmeta xmlns:x='adobe:ns:meta/'/>".getBytes(StandardCharsets.UTF_8));
        catalog.setMetadata(metadata);
        document.getDocumentInformation().setTitle("The Last Pages");
    }

    private static PDPage page(PDRectangle box, int turned, String note) {
        var page = new PDPage(box);
        page.setRotation(turned);
        page.getCOSObject().setString(COSName.getPDFName("Note"), note);
        return page;
    }

    /** Each page shows its note. */
    private static PDDocument document(PDPage... pages) throws IOException {
        var document = new PDDocument();
        for (var page : pages) {
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(helvetica(), 12);
                content.newLineAtOffset(
                        page.getCropBox().getLowerLeftX() + 100,
                        page.getCropBox().getLowerLeftY() + 300);
                content.showText(page.getCOSObject().getString("Note"));
                content.endText();
            }
        }
        return document;
    }

    private static PDFont helvetica() throws IOException {
        return new PDType1Font(Standard14Fonts.FontName.HELVETICA);
    }

    private Path save(PDDocument document) throws IOException {
        var file = Files.createTempFile(folder, "source", ".pdf");
        try (document) {
            document.save(file.toFile());
        }
        return file;
    }

    private Path stamped(Path source, String name) throws Exception {
        var target = Files.createTempFile(folder, "copy", ".pdf");
        Stamp.PDF.copy(source, WatermarkFixtures.of(name), target);
        return target;
    }

    private Reason refused(Path source) {
        var refused = new ArrayList<Reason>();
        assertThatExceptionOfType(NotStampable.class)
                .isThrownBy(() -> stamped(source, "Rita Reader"))
                .satisfies(e -> refused.add(e.reason()));
        return refused.getFirst();
    }

    /** The line as a program reads it. */
    private String line(String name) throws Exception {
        try (var copy = Loader.loadPDF(stamped(save(document(page(PDRectangle.A4, 0, ""))), name)
                .toFile())) {
            return text(copy, 1).strip();
        }
    }

    /** The line's characters from left to right. */
    private String drawn(String name) throws Exception {
        try (var copy = Loader.loadPDF(stamped(save(document(page(PDRectangle.A4, 0, ""))), name)
                .toFile())) {
            var line = new StringBuilder();
            lettersOfTheLine(copy).forEach(letter -> line.append(letter.getUnicode()));
            return line.toString();
        }
    }

    private static String text(PDDocument document, int page) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document);
    }

    private static List<TextPosition> lettersOfTheLine(PDDocument document) throws IOException {
        var letters = new ArrayList<TextPosition>();
        new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
                if (text.getFont().getName().contains("DejaVu")) {
                    letters.add(text);
                }
            }
        }.writeText(document, new StringWriter());
        return letters;
    }
}
