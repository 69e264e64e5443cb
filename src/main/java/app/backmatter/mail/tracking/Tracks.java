package app.backmatter.mail.tracking;

import app.backmatter.database.BatchWriter;
import app.backmatter.links.Visitors;
import app.backmatter.mail.tracking.Track.Kind;
import app.backmatter.shared.Ids;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers {@code /c/<link>/<message>} and {@code /o/<message>} before anything else looks at the request: when a broadcast
 * arrives all its readers come at once. Whoever follows a link gets where it leads even when nothing can be written down.
 */
class Tracks extends HttpFilter {
    private static final Logger LOG = LoggerFactory.getLogger(Tracks.class);
    static final String CLICK = "/c/";
    static final String OPEN = "/o/";
    /** Stands before a message's code where a sequence wrote it. */
    private static final String OF_SEQUENCE = "s/";

    /** One transparent point. */
    private static final byte[] PICTURE =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    private final TrackedLinks links;
    private final OwnLinks own;
    private final Visitors visitors;
    private final BatchWriter<Track> tracks;
    private final Clock clock;

    Tracks(TrackedLinks links, OwnLinks own, Visitors visitors, BatchWriter<Track> tracks, Clock clock) {
        this.links = links;
        this.own = own;
        this.visitors = visitors;
        this.tracks = tracks;
        this.clock = clock;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = request.getRequestURI();
        if (path.startsWith(OPEN)) {
            showPicture(request, response, path.substring(OPEN.length()));
            return;
        }
        var parts = path.substring(CLICK.length()).split("/", 2);
        var code = parts.length == 2 ? parts[1] : "";
        var link = links.find(parts[0]);
        var leadsTo = link.flatMap(found -> found.isOwn() ? own.find(found, code) : Optional.of(found.url()));
        if (link.isEmpty() || leadsTo.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        if (request.getMethod().equals("GET")) {
            quietly(() -> clicked(request, link.get(), code));
        }
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Location", leadsTo.get());
        response.setStatus(HttpServletResponse.SC_FOUND);
    }

    private void showPicture(HttpServletRequest request, HttpServletResponse response, String code) throws IOException {
        if (request.getMethod().equals("GET")) {
            quietly(() -> opened(request, code));
        }
        response.setContentType("image/gif");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(PICTURE.length);
        response.getOutputStream().write(PICTURE);
    }

    private void clicked(HttpServletRequest request, TrackedLink link, String code) {
        var through = visitors.of(request).bot() ? Through.SCANNER : Through.PERSON;
        keep(link.ofSequence() ? Kind.STEP_CLICK : Kind.CLICK, code.split("\\.", 2)[0], link.id(), through);
    }

    private void opened(HttpServletRequest request, String code) {
        boolean ofSequence = code.startsWith(OF_SEQUENCE);
        keep(
                ofSequence ? Kind.STEP_OPEN : Kind.OPEN,
                ofSequence ? code.substring(OF_SEQUENCE.length()) : code,
                null,
                Through.of(request, visitors));
    }

    private void keep(Kind kind, String code, @Nullable UUID link, Through through) {
        MessageCode.read(code)
                .map(message -> new Track(Ids.next(), kind, message, link, through, clock.instant()))
                .ifPresent(tracks::add);
    }

    private static void quietly(Runnable record) {
        try {
            record.run();
        } catch (RuntimeException e) {
            LOG.error("An open or a click is lost: {}", e.toString());
        }
    }
}
