package app.backmatter.accounts.domain;

import app.backmatter.accounts.AccountId;
import app.backmatter.accounts.Role;
import app.backmatter.accounts.WorkspaceCreated;
import app.backmatter.shared.Slug;
import app.backmatter.shared.WorkspaceId;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens a workspace with its first owner. Its address is made from the name and stays for ever: printed links carry it. */
@Service
public class OpenWorkspace {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Memberships memberships;
    private final ApplicationEventPublisher events;

    OpenWorkspace(JdbcClient jdbc, Clock clock, Memberships memberships, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.memberships = memberships;
        this.events = events;
    }

    @Transactional
    public WorkspaceId open(NewWorkspace workspace, AccountId owner) {
        var id = WorkspaceId.next();
        var slug = Slug.from(workspace.name(), "workspace").value();
        for (int number = 2; !insert(id, slug, workspace); number++) {
            slug = numbered(Slug.from(workspace.name(), "workspace").value(), number);
        }
        memberships.add(id, owner, Role.OWNER);
        events.publishEvent(new WorkspaceCreated(id, workspace.withExample()));
        return id;
    }

    private static String numbered(String slug, int number) {
        return Slug.from(slug.substring(0, Math.min(slug.length(), 50)) + "-" + number, "workspace")
                .value();
    }

    private boolean insert(WorkspaceId id, String slug, NewWorkspace workspace) {
        return jdbc.sql("""
            insert into workspaces (id, slug, name, currency, time_zone, locale,
                                    sender_name, sender_address, postal_address, created_at)
            values (:id, :slug, :name, :currency, :zone, 'en-US', :name, :sender, '', :now)
            on conflict (slug) do nothing
            """)
                        .param("id", id.value())
                        .param("slug", slug)
                        .param("name", workspace.name())
                        .param("currency", workspace.currency().getCurrencyCode())
                        .param("zone", workspace.timeZone().getId())
                        .param("sender", workspace.senderAddress())
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }
}
