package app.backmatter.mail.way;

import app.backmatter.mail.transport.OwnSmtpServer;
import app.backmatter.mail.transport.SmtpServer;
import app.backmatter.mail.transport.Transport;
import app.backmatter.mail.transport.service.MailServices;
import app.backmatter.shared.WorkspaceId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** By which transport a workspace's mails leave. */
@Component
public class MailWays {
    private final OwnWays own;
    private final MailServices services;
    private final SmtpServer installation;
    private final WaySettings settings;

    MailWays(OwnWays own, MailServices services, SmtpServer installation, WaySettings settings) {
        this.own = own;
        this.services = services;
        this.installation = installation;
        this.settings = settings;
    }

    public boolean hasOwn(WorkspaceId workspace) {
        return own.of(workspace).isPresent();
    }

    /** Its own; empty where its mails leave as the installation's do. */
    public Optional<Transport> own(WorkspaceId workspace) {
        return own.of(workspace).map(this::transport);
    }

    public Transport of(WorkspaceId workspace) {
        return own(workspace).orElse(installation);
    }

    private Transport transport(OwnWay way) {
        return switch (way.kind()) {
            case SMTP ->
                OwnSmtpServer.of(
                        way.detail(Detail.HOST),
                        Integer.parseInt(way.detail(Detail.PORT)),
                        OwnSmtpServer.Security.valueOf(way.detail(Detail.SECURITY)),
                        way.detail(Detail.USER),
                        way.secret(),
                        settings.allowInside());
            case SES ->
                services.ses(
                        way.detail(Detail.REGION),
                        way.detail(Detail.ACCESS_KEY),
                        way.secret(),
                        way.detail(Detail.CONFIGURATION_SET));
            case POSTMARK ->
                services.postmark(way.secret(), way.detail(Detail.LIST_STREAM), way.detail(Detail.SERVICE_STREAM));
            case MAILGUN ->
                services.mailgun(way.detail(Detail.PLACE).equals("EU"), way.detail(Detail.DOMAIN), way.secret());
        };
    }
}
