package app.backmatter.mail.transport.service;

import app.backmatter.mail.transport.Transport;
import org.springframework.stereotype.Component;

/** The services that mails can leave by. */
@Component
public class MailServices {
    private final ServiceAddresses addresses;

    MailServices(ServiceAddresses addresses) {
        this.addresses = addresses;
    }

    /** @param configurationSet which tells us what becomes of mails; may be empty */
    public Transport ses(String region, String accessKey, String secretKey, String configurationSet) {
        return new ServiceLine(new SesService(
                addresses.ses(region), new SesSignature(region, accessKey, secretKey), configurationSet));
    }

    /** @param listStream for mails to many, {@code serviceStream} for those to one */
    public Transport postmark(String token, String listStream, String serviceStream) {
        return new ServiceLine(new PostmarkService(addresses.postmark(), token, listStream, serviceStream));
    }

    public Transport mailgun(boolean europe, String domain, String key) {
        return new ServiceLine(new MailgunService(europe ? addresses.mailgunEu() : addresses.mailgun(), domain, key));
    }
}
