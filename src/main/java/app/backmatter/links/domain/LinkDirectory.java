package app.backmatter.links.domain;

import static java.util.stream.Collectors.toMap;

import app.backmatter.links.LinkId;
import app.backmatter.links.LinkView;
import app.backmatter.pages.PublicAddress;
import app.backmatter.shared.Source;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The links of the workspace in scope, as their author sees them. */
@Service
@Transactional
public class LinkDirectory {
    private final ShortLinkRepository links;
    private final Clicks clicks;
    private final PointedLinks pointed;
    private final PublicAddress address;
    private final Clock clock;

    LinkDirectory(ShortLinkRepository links, Clicks clicks, PointedLinks pointed, PublicAddress address, Clock clock) {
        this.links = links;
        this.clicks = clicks;
        this.pointed = pointed;
        this.address = address;
        this.clock = clock;
    }

    public LinkView create(Source source) {
        return view(links.save(new ShortLink(Code.random(), source, clock.instant())), 0);
    }

    public void point(LinkId id, String target) {
        var link = links.findById(id).orElseThrow();
        link.point(target);
        links.save(link);
        pointed.forgetAfterCommit(link.code());
    }

    public LinkView get(LinkId id) {
        return view(
                links.findById(id).orElseThrow(), clicks.byPeople(List.of(id)).getOrDefault(id, 0L));
    }

    public Map<LinkId, LinkView> findAll(Collection<LinkId> ids) {
        var counts = clicks.byPeople(ids);
        return links.findAllById(ids).stream()
                .collect(toMap(ShortLink::id, link -> view(link, counts.getOrDefault(link.id(), 0L))));
    }

    public Optional<String> codeOf(Source source) {
        return source.id() == null
                ? Optional.empty()
                : links.findFirstBySourceKindAndSourceIdOrderByCreatedAt(source.kind(), source.id())
                        .map(ShortLink::code);
    }

    private LinkView view(ShortLink link, long count) {
        return new LinkView(
                link.id(), link.code(), address.of("/go/" + link.code()), link.source(), link.target(), count);
    }
}
