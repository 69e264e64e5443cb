package app.backmatter.accounts.domain;

import app.backmatter.accounts.WorkspaceView;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Changes a workspace's settings. Its address stays: it stands in printed books. */
@Service
public class ChangeSettings {
    private final JdbcClient jdbc;
    private final WorkspaceDirectory directory;

    ChangeSettings(JdbcClient jdbc, WorkspaceDirectory directory) {
        this.jdbc = jdbc;
        this.directory = directory;
    }

    public void change(WorkspaceView workspace, WorkspaceSettings settings) {
        jdbc.sql("""
            update workspaces
            set name = :name, sender_name = :senderName, sender_address = :senderAddress,
                postal_address = :postalAddress, currency = :currency, time_zone = :zone, locale = :locale
            where id = :id
            """)
                .param("name", settings.name())
                .param("senderName", settings.senderName())
                .param("senderAddress", settings.senderAddress().value())
                .param("postalAddress", settings.postalAddress())
                .param("currency", settings.currency().getCurrencyCode())
                .param("zone", settings.timeZone().getId())
                .param("locale", settings.locale().toLanguageTag())
                .param("id", workspace.id().value())
                .update();
        directory.forget(workspace);
    }
}
