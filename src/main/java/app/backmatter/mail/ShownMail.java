package app.backmatter.mail;

import app.backmatter.pages.PublicAddress;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A mail shown as its reader sees it: a document of its own that can run nothing and load nothing from elsewhere, inside of a page. */
public final class ShownMail {
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'self'; "
            + "frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

    private ShownMail() {}

    public static ResponseEntity<String> document(String html) {
        return document(html, POLICY);
    }

    /** With the pictures that the installation itself hands out. */
    public static ResponseEntity<String> withPictures(String html, PublicAddress address) {
        return document(html, "img-src 'self' %s; %s".formatted(address.of("/media/"), POLICY));
    }

    private static ResponseEntity<String> document(String html, String policy) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", policy)
                .header("X-Frame-Options", "SAMEORIGIN")
                .header("Cache-Control", "no-store")
                .body(html);
    }

    /** Lets the page hold such a document. */
    public static void allowIn(HttpServletResponse page) {
        var policy = page.getHeader("Content-Security-Policy");
        page.setHeader("Content-Security-Policy", policy + "; frame-src 'self'");
    }
}
