package app.backmatter.links;

import app.backmatter.shared.Source;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Short links of the workspace in scope. A link can be pointed elsewhere for ever, and is never deleted. */
@Service
public class ShortLinks {
    /** Makes a link that readers from this source follow; until it is pointed it shows a page that says so kindly. */
    public LinkView create(Source source) {
        throw new UnsupportedOperationException();
    }

    /** @param target a path of this installation, from the first slash */
    public void point(LinkId link, String target) {
        throw new UnsupportedOperationException();
    }

    public LinkView get(LinkId link) {
        throw new UnsupportedOperationException();
    }

    public Map<LinkId, LinkView> findAll(Collection<LinkId> links) {
        throw new UnsupportedOperationException();
    }

    /**
     * The source behind a code in an entry page's address ({@code ?from=code}); direct when the code is unknown or of
     * another workspace. Answered from memory.
     */
    public Source sourceOf(String code) {
        throw new UnsupportedOperationException();
    }
}
