package app.backmatter.funnels.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Writes the two kinds of answers of an entry page, without any cookie. */
final class EntryAnswer {
    private EntryAnswer() {}

    static void page(HttpServletResponse response, int status, byte[] html) throws IOException {
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "private, no-cache");
        response.setContentLength(html.length);
        response.getOutputStream().write(html);
    }

    static void seeOther(HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", path);
        response.setHeader("Cache-Control", "no-store");
    }
}
