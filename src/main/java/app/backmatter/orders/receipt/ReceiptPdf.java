package app.backmatter.orders.receipt;

import app.backmatter.accounts.Workspaces;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.CreditNote;
import app.backmatter.orders.Receipt;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * Receipts and credit notes as tagged PDFs, which screen readers read in order. Its classes are loaded with the first one.
 */
@Component
public class ReceiptPdf {
    /** The one font that comes with the library; it knows Latin, Greek and Cyrillic letters. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final String STYLE = "templates/orders/receipts/document.css";
    private static final String NOT_IN_XML = "[^\\t\\n\\r -\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

    private final SpringTemplateEngine templates;
    private final Workspaces workspaces;

    ReceiptPdf(SpringTemplateEngine templates, Workspaces workspaces) {
        this.templates = templates;
        this.workspaces = workspaces;
    }

    public byte[] of(Receipt receipt) {
        return pdf("orders/receipts/document", Map.of("receipt", receipt));
    }

    public byte[] of(CreditNote note) {
        return pdf("orders/credit-notes/document", Map.of("note", note));
    }

    private byte[] pdf(String template, Map<String, Object> said) {
        var pdf = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        builder.useFont(ReceiptPdf::font, "Receipt");
        builder.usePdfUaAccessibility(true);
        builder.withHtmlContent(document(template, said), null);
        builder.withProducer("Backmatter");
        builder.toStream(pdf);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    private String document(String template, Map<String, Object> said) {
        var page = new Context(workspaces.get(WorkspaceScope.current()).locale(), said);
        page.setVariable("style", style());
        return templates.process(template, page).replaceAll(NOT_IN_XML, "");
    }

    private static String style() {
        try {
            return new ClassPathResource(STYLE).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream font() {
        return Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT));
    }
}
