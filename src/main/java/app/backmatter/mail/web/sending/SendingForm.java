package app.backmatter.mail.web.sending;

import app.backmatter.mail.broadcast.Paces;
import app.backmatter.mail.sender.MailStream;
import app.backmatter.mail.sender.OwnSender;
import app.backmatter.mail.sender.OwnSenders;
import app.backmatter.pages.Typed;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.WorkspaceId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** In whose name mails leave, and how fast. */
record SendingForm(
        @Nullable String listName,
        @Nullable String listAddress,
        @Nullable String listReplyTo,
        @Nullable String serviceName,
        @Nullable String serviceAddress,
        @Nullable String serviceReplyTo,
        @Nullable String perSecond,
        @Nullable String connections) {
    private static final int LONGEST_NAME = 120;

    static SendingForm of(WorkspaceId workspace, OwnSenders senders, Paces paces) {
        var list = senders.of(workspace, MailStream.LIST);
        var service = senders.of(workspace, MailStream.SERVICE);
        var pace = paces.chosen(workspace);
        return new SendingForm(
                list.name(),
                list.address(),
                list.replyTo(),
                service.name(),
                service.address(),
                service.replyTo(),
                pace.perSecond() == null ? "" : pace.perSecond().toString(),
                pace.connections() == null ? "" : pace.connections().toString());
    }

    void check(Paces paces, Errors errors) {
        checkName("listName", listName, errors);
        checkAddress("listAddress", listAddress, errors);
        checkAddress("listReplyTo", listReplyTo, errors);
        checkName("serviceName", serviceName, errors);
        checkAddress("serviceAddress", serviceAddress, errors);
        checkAddress("serviceReplyTo", serviceReplyTo, errors);
        checkCount("perSecond", perSecond, paces.mostPerSecond(), errors);
        checkCount("connections", connections, paces.mostConnections(), errors);
    }

    /** Of a form without errors. */
    Map<MailStream, OwnSender> senders() {
        return Map.of(
                MailStream.LIST, new OwnSender(Typed.line(listName), address(listAddress), address(listReplyTo)),
                MailStream.SERVICE,
                        new OwnSender(Typed.line(serviceName), address(serviceAddress), address(serviceReplyTo)));
    }

    /** Of a form without errors. */
    Paces.Choice pace() {
        return new Paces.Choice(count(connections), count(perSecond));
    }

    private static void checkName(String field, @Nullable String typed, Errors errors) {
        if (Typed.line(typed).length() > LONGEST_NAME) {
            errors.rejectValue(field, "mail.error.sender.name");
        }
    }

    private static void checkAddress(String field, @Nullable String typed, Errors errors) {
        var address = Typed.line(typed);
        if (!address.isEmpty() && EmailAddress.parse(address).isEmpty()) {
            errors.rejectValue(field, "mail.error.sender.address");
        }
    }

    /** @param most 0 for any number */
    private static void checkCount(String field, @Nullable String typed, int most, Errors errors) {
        var text = Typed.line(typed);
        if (text.isEmpty()) {
            return;
        }
        int highest = most == 0 ? 100_000 : most;
        if (!text.matches("[1-9]\\d{0,5}") || Integer.parseInt(text) > highest) {
            errors.rejectValue(field, "mail.error.pace", new Object[] {highest}, "");
        }
    }

    private static String address(@Nullable String typed) {
        return EmailAddress.parse(Typed.line(typed)).map(EmailAddress::value).orElse("");
    }

    private static @Nullable Integer count(@Nullable String typed) {
        var text = Typed.line(typed);
        return text.isEmpty() ? null : Integer.valueOf(text);
    }
}
