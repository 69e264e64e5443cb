package app.backmatter.mail.tracking;

import app.backmatter.database.BatchWriter;
import app.backmatter.links.Visitors;
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
    private final BatchWriter<Click> clicks;
    private final BatchWriter<Open> opens;
    private final StepTracks stepTracks;
    private final Clock clock;

    /** What is kept of sequences' mails. */
    record StepTracks(BatchWriter<Click> clicks, BatchWriter<Open> opens) {}

    Tracks(
            TrackedLinks links,
            OwnLinks own,
            Visitors visitors,
            BatchWriter<Click> clicks,
            BatchWriter<Open> opens,
            StepTracks stepTracks,
            Clock clock) {
        this.links = links;
        this.own = own;
        this.stepTracks = stepTracks;
        this.visitors = visitors;
        this.clicks = clicks;
        this.opens = opens;
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
        MessageCode.read(code.split("\\.", 2)[0])
                .map(message -> new Click(
                        Ids.next(), link, message, visitors.of(request).bot(), clock.instant()))
                .ifPresent(link.ofSequence() ? stepTracks.clicks()::add : clicks::add);
    }

    private void opened(HttpServletRequest request, String code) {
        boolean ofSequence = code.startsWith(OF_SEQUENCE);
        Optional.of(ofSequence ? code.substring(OF_SEQUENCE.length()) : code)
                .flatMap(MessageCode::read)
                .map(message -> new Open(Ids.next(), message, Through.of(request, visitors), clock.instant()))
                .ifPresent(ofSequence ? stepTracks.opens()::add : opens::add);
    }

    private static void quietly(Runnable record) {
        try {
            record.run();
        } catch (RuntimeException e) {
            LOG.error("An open or a click is lost: {}", e.toString());
        }
    }
}
