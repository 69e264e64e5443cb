package app.backmatter.mail.transport.service;

import app.backmatter.mail.transport.Answer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * Amazon SES, by SendEmail of its version 2 with the message as it is. It puts a Message-ID of its own in the place of ours,
 * which travels along as a tag and comes back with what happened to the mail.
 */
final class SesService implements MailService {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** What is the same for whomever a mail is for. */
    private static final Set<String> OURS = Set.of(
            "AccountSuspendedException",
            "SendingPausedException",
            "MailFromDomainNotVerifiedException",
            "LimitExceededException",
            "NotFoundException");

    private final URI base;
    private final SesSignature signature;
    private final String configurationSet;

    SesService(URI base, SesSignature signature, String configurationSet) {
        this.base = base;
        this.signature = signature;
        this.configurationSet = configurationSet;
    }

    @Override
    public HttpRequest.Builder request(Parcel parcel) {
        var body = new LinkedHashMap<String, Object>();
        body.put("FromEmailAddress", parcel.from());
        body.put("Destination", Map.of("ToAddresses", List.of(parcel.to())));
        body.put("Content", Map.of("Raw", Map.of("Data", Base64.getEncoder().encodeToString(parcel.bytes()))));
        if (!parcel.id().isEmpty()) {
            body.put("EmailTags", List.of(Map.of("Name", "message", "Value", parcel.id())));
        }
        if (!configurationSet.isEmpty()) {
            body.put("ConfigurationSetName", configurationSet);
        }
        var bytes = JSON.writeValueAsBytes(body);
        var uri = base.resolve("/v2/email/outbound-emails");
        var request = HttpRequest.newBuilder(uri).POST(BodyPublishers.ofByteArray(bytes));
        signature.of(uri, bytes).forEach(request::setHeader);
        return request;
    }

    @Override
    public Answer refusal(Parcel parcel, HttpResponse<String> answer) {
        var kind = answer.headers().firstValue("x-amzn-ErrorType").orElse("").replaceFirst(":.*", "");
        return OURS.contains(kind) || isAboutSender(parcel, answer.body())
                ? new Answer.SenderRefused(ServiceLine.words(answer))
                : new Answer.Refused(ServiceLine.words(answer));
    }

    /** It says the same of an address that may not send, and of one that may not be sent to while one tries SES out. */
    private static boolean isAboutSender(Parcel parcel, String words) {
        return words.contains("not verified") && (words.contains(parcel.from()) || !words.contains(parcel.to()));
    }
}
