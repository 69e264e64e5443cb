package app.backmatter.links;

import app.backmatter.links.domain.Bots;
import app.backmatter.links.domain.VisitorKeys;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Service;

/** Recognises visitors. Cheap enough for every public page. */
@Service
public class Visitors {
    private final VisitorKeys keys;
    private final Bots bots;

    Visitors(VisitorKeys keys, Bots bots) {
        this.keys = keys;
        this.bots = bots;
    }

    public Visitor of(HttpServletRequest request) {
        var browser = request.getHeader("User-Agent");
        return browser == null
                ? new Visitor(keys.of(request.getRemoteAddr(), ""), true)
                : new Visitor(keys.of(request.getRemoteAddr(), browser), bots.isBot(browser));
    }
}
