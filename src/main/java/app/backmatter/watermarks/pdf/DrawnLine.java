package app.backmatter.watermarks.pdf;

import app.backmatter.watermarks.Watermark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;

/** The line at the foot of pages. It is drawn once for all pages that look the same, so that a thousand take no more room. */
final class DrawnLine {
    /** Legible on white paper and on black. */
    private static final float GREY = 0.45f;

    private final PDDocument document;
    private final Letters letters;
    private final Watermark watermark;
    private final Map<Sheet, Optional<Drawn>> drawn = new HashMap<>();
    private final COSStream before;

    /**
     * @param name of the form among a page's resources; another for each sheet, because pages share their resources
     * @param after the end of the page's content, which shows the form
     */
    private record Drawn(COSName name, PDFormXObject form, COSStream after) {}

    DrawnLine(PDDocument document, Letters letters, Watermark watermark) throws IOException {
        this.document = document;
        this.letters = letters;
        this.watermark = watermark;
        this.before = stream("q\n");
    }

    void drawOn(PDPage page) throws IOException {
        var sheet = Sheet.of(page);
        var line = drawn.get(sheet);
        if (line == null) {
            line = draw(sheet);
            drawn.put(sheet, line);
        }
        line.ifPresent(shown -> {
            name(shown, page);
            page.getCOSObject().setItem(COSName.CONTENTS, around(page, shown));
        });
    }

    private static void name(Drawn line, PDPage page) {
        var resources = page.getResources();
        if (resources == null) {
            resources = new PDResources();
            page.setResources(resources);
        }
        resources.put(line.name, line.form);
    }

    /** What the page had is set apart, so that it can't turn or colour the line. */
    private COSArray around(PDPage page, Drawn line) {
        var parts = new COSArray();
        parts.add(before);
        switch (page.getCOSObject().getDictionaryObject(COSName.CONTENTS)) {
            case COSArray several -> parts.addAll(several);
            case COSStream one -> parts.add(one);
            case null, default -> {
                // an empty page
            }
        }
        parts.add(line.after);
        return parts;
    }

    /** Empty where it would have no room. */
    private Optional<Drawn> draw(Sheet sheet) throws IOException {
        var line = Fitted.on(sheet, watermark, letters);
        return line.isPresent() ? Optional.of(draw(sheet, line.get())) : Optional.empty();
    }

    private Drawn draw(Sheet sheet, Fitted line) throws IOException {
        // the one kind of form whose content stream embeds fonts by itself
        var form = new PDAppearanceStream(document);
        form.setResources(new PDResources());
        form.setBBox(sheet.box());
        try (var content = new PDPageContentStream(document, form)) {
            content.transform(sheet.upright());
            content.setNonStrokingColor(GREY);
            line.writeTo(content);
        }
        var name = COSName.getPDFName("BackmatterCopy" + drawn.size());
        var after = stream("\nQ\n/Artifact BMC\nq\n/" + name.getName() + " Do\nQ\nEMC\n");
        return new Drawn(name, form, after);
    }

    private COSStream stream(String content) throws IOException {
        var stream = document.getDocument().createCOSStream();
        try (var out = stream.createOutputStream()) {
            out.write(content.getBytes(StandardCharsets.US_ASCII));
        }
        return stream;
    }
}
