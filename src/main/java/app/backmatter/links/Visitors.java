package app.backmatter.links;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Service;

/** Recognises visitors. Cheap enough for every public page. */
@Service
public class Visitors {
    public Visitor of(HttpServletRequest request) {
        throw new UnsupportedOperationException();
    }
}
