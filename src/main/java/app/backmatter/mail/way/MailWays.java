package app.backmatter.mail.way;

import app.backmatter.mail.transport.OwnSmtpServer;
import app.backmatter.mail.transport.SmtpServer;
import app.backmatter.mail.transport.Transport;
import app.backmatter.mail.transport.service.MailServices;
import app.backmatter.shared.WorkspaceId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
        return transport(way.kind(), way::detail, way.secret());
    }

    /** One that is not chosen yet, to be tried. */
    public Transport transport(WayKind kind, Map<Detail, String> details, String secret) {
        return transport(kind, detail -> details.getOrDefault(detail, ""), secret);
    }

    private Transport transport(WayKind kind, Function<Detail, String> details, String secret) {
        return switch (kind) {
            case SMTP ->
                OwnSmtpServer.of(
                        details.apply(Detail.HOST),
                        Integer.parseInt(details.apply(Detail.PORT)),
                        OwnSmtpServer.Security.valueOf(details.apply(Detail.SECURITY)),
                        details.apply(Detail.USER),
                        secret,
                        settings.allowInside());
            case SES ->
                services.ses(
                        details.apply(Detail.REGION),
                        details.apply(Detail.ACCESS_KEY),
                        secret,
                        details.apply(Detail.CONFIGURATION_SET));
            case POSTMARK ->
                services.postmark(secret, details.apply(Detail.LIST_STREAM), details.apply(Detail.SERVICE_STREAM));
            case MAILGUN ->
                services.mailgun(details.apply(Detail.PLACE).equals("EU"), details.apply(Detail.DOMAIN), secret);
        };
    }
}
