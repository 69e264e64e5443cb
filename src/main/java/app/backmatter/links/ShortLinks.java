package app.backmatter.links;

import app.backmatter.links.domain.LinkDirectory;
import app.backmatter.links.domain.PointedLinks;
import app.backmatter.shared.Source;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Short links of the workspace in scope. A link can be pointed elsewhere for ever, and is never deleted. */
@Service
public class ShortLinks {
    private final LinkDirectory directory;
    private final PointedLinks pointed;

    ShortLinks(LinkDirectory directory, PointedLinks pointed) {
        this.directory = directory;
        this.pointed = pointed;
    }

    /** Makes a link that readers from this source follow; until it is pointed it shows a page that says so kindly. */
    public LinkView create(Source source) {
        return directory.create(source);
    }

    /**
     * @param target a path of this installation, from the first slash
     * @throws IllegalArgumentException when the target is anything else, another site above all
     */
    public void point(LinkId link, String target) {
        directory.point(link, target);
    }

    public LinkView get(LinkId link) {
        return directory.get(link);
    }

    public Map<LinkId, LinkView> findAll(Collection<LinkId> links) {
        return directory.findAll(links);
    }

    /** The code of the first link that readers from this source follow. */
    public Optional<String> codeOf(Source source) {
        return directory.codeOf(source);
    }

    /**
     * The source behind a code in an entry page's address ({@code ?from=code}); direct when the code is unknown or of
     * another workspace. Answered from memory.
     */
    public Source sourceOf(String code) {
        return pointed.sourceOf(code);
    }
}
