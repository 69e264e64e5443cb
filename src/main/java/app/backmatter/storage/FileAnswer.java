package app.backmatter.storage;

import app.backmatter.storage.AskedRange.Beyond;
import app.backmatter.storage.AskedRange.Part;
import app.backmatter.storage.AskedRange.Whole;
import app.backmatter.storage.domain.StoredFiles;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Answers a request with a file of the workspace in scope, to be saved and not shown: all of it, or the one part that is
 * asked for, so that what broke off goes on and sound can be sought. Holds a small piece of it in memory at a time. Where
 * the files' own store hands them out, and where the file is a link, the answer leads there.
 */
@Component
public class FileAnswer {
    private static final int PIECE = 1 << 16;

    private final StoredFiles stored;

    FileAnswer(StoredFiles stored) {
        this.stored = stored;
    }

    public void send(StoredFile file, HttpServletRequest request, HttpServletResponse response) throws IOException {
        // who only looks learns no address that gives all
        var elsewhere = firstByte(file, request).isPresent() ? elsewhere(file) : Optional.<URI>empty();
        if (elsewhere.isPresent()) {
            leadTo(elsewhere.get(), response);
            return;
        }
        switch (asked(file, request)) {
            case Whole() -> send(file, new Part(0, file.size() - 1), HttpServletResponse.SC_OK, request, response);
            case Part part -> send(file, part, HttpServletResponse.SC_PARTIAL_CONTENT, request, response);
            case Beyond() -> {
                response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
                response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + file.size());
                response.setContentLengthLong(0);
            }
        }
    }

    /** Where what this request is sent begins in the file; empty when it is sent nothing of it. */
    public static OptionalLong firstByte(StoredFile file, HttpServletRequest request) {
        if (request.getMethod().equals("HEAD")) {
            return OptionalLong.empty();
        }
        return switch (asked(file, request)) {
            case Whole() -> OptionalLong.of(0);
            case Part part -> OptionalLong.of(part.first());
            case Beyond() -> OptionalLong.empty();
        };
    }

    /** Only GET asks for parts, and only of the file that the first part was of. */
    private static AskedRange asked(StoredFile file, HttpServletRequest request) {
        var still = request.getHeader(HttpHeaders.IF_RANGE);
        boolean parts =
                file.link() == null && request.getMethod().equals("GET") && (still == null || still.equals(tag(file)));
        return AskedRange.of(parts ? request.getHeader(HttpHeaders.RANGE) : null, file.size());
    }

    /** A stored file never changes. */
    private static String tag(StoredFile file) {
        return "\"" + file.id() + "\"";
    }

    private Optional<URI> elsewhere(StoredFile file) {
        return Optional.ofNullable(file.link()).or(() -> stored.address(file));
    }

    private static void leadTo(URI elsewhere, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader(HttpHeaders.LOCATION, elsewhere.toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
    }

    private void send(StoredFile file, Part part, int status, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (request.getMethod().equals("HEAD") || part.length() == 0) {
            describe(file, part, status, response);
            return;
        }
        // opened first: an error page must not carry the head of a file
        try (var content = stored.read(file.id(), part.first(), part.length())) {
            describe(file, part, status, response);
            copy(content, part.length(), response.getOutputStream());
        }
    }

    private static void describe(StoredFile file, Part part, int status, HttpServletResponse response) {
        response.setStatus(status);
        response.setContentType(file.contentType());
        response.setContentLengthLong(part.length());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, Attachment.named(file.name()));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setHeader(HttpHeaders.ETAG, tag(file));
        if (status == HttpServletResponse.SC_PARTIAL_CONTENT) {
            response.setHeader(
                    HttpHeaders.CONTENT_RANGE, "bytes %d-%d/%d".formatted(part.first(), part.last(), file.size()));
        }
    }

    private static void copy(InputStream content, long length, OutputStream out) throws IOException {
        var piece = new byte[(int) Math.min(PIECE, length)];
        for (long left = length; left > 0; ) {
            int read = content.read(piece, 0, (int) Math.min(piece.length, left));
            if (read < 0) {
                throw new EOFException("A stored file is shorter than it was");
            }
            out.write(piece, 0, read);
            left -= read;
        }
    }
}
