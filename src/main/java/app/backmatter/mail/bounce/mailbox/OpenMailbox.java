package app.backmatter.mail.bounce.mailbox;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.util.Properties;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.stereotype.Component;

/** Gets into mailboxes over IMAP. */
@Component
class OpenMailbox {
    private final MailboxSettings settings;

    OpenMailbox(MailboxSettings settings) {
        this.settings = settings;
    }

    /** What is done in an open folder. */
    @FunctionalInterface
    interface Work<T> {
        T in(Folder folder) throws MessagingException;
    }

    boolean allows(MailboxSecurity security) {
        return settings.allowInside() || security != MailboxSecurity.NONE;
    }

    <T> T open(MailboxAccess access, Work<T> work) throws MessagingException {
        if (!allows(access.security())) {
            throw new MessagingException("The line must be encrypted");
        }
        try (Store store = session(access).getStore(access.security().protocol())) {
            store.connect(access.host(), access.port(), access.username(), access.password());
            try (Folder folder = store.getFolder(access.folder())) {
                folder.open(Folder.READ_WRITE);
                return work.in(folder);
            }
        }
    }

    private Session session(MailboxAccess access) {
        var prefix = "mail." + access.security().protocol() + ".";
        var properties = new Properties();
        properties.put(prefix + "connectiontimeout", "10000");
        properties.put(prefix + "timeout", "20000");
        properties.put(prefix + "writetimeout", "20000");
        // looking at a mail does not make it read
        properties.put(prefix + "peek", "true");
        properties.put(prefix + "ssl.checkserveridentity", "true");
        if (access.security() == MailboxSecurity.STARTTLS) {
            properties.put(prefix + "starttls.enable", "true");
            properties.put(prefix + "starttls.required", "true");
        }
        properties.put(
                prefix + "socketFactory",
                new OutwardSockets(
                        settings.allowInside() ? InetAddressFilter.all() : InetAddressFilter.externalAddresses()));
        properties.put(prefix + "socketFactory.fallback", "false");
        return Session.getInstance(properties);
    }
}
