package app.backmatter.funnels.web;

import app.backmatter.accounts.Workspaces;
import app.backmatter.funnels.domain.EntryPath;
import app.backmatter.funnels.passage.Reader;
import app.backmatter.links.ShortLinks;
import app.backmatter.shared.Source;
import app.backmatter.shared.SourceKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** Where a reader began, so that whoever begins anew still comes from the same source. */
@Component
class EntryAddress {
    private final Workspaces workspaces;
    private final ShortLinks links;

    EntryAddress(Workspaces workspaces, ShortLinks links) {
        this.workspaces = workspaces;
        this.links = links;
    }

    /** From the first slash; with the reader's workspace in scope. */
    String of(Reader reader) {
        var revision = reader.revision();
        var slug = workspaces.get(revision.workspace()).slug();
        return EntryPath.of(slug, revision.slug()) + query(reader.passage().source());
    }

    private String query(Source source) {
        return source.kind() == SourceKind.CAMPAIGN
                ? "?utm_campaign=" + URLEncoder.encode(source.label(), StandardCharsets.UTF_8)
                : links.codeOf(source).map(code -> "?from=" + code).orElse("");
    }
}
