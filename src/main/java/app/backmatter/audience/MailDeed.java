package app.backmatter.audience;

/** What happens with mails, as far as segments ask for the latest time of it. */
public enum MailDeed {
    MAILED,
    OPENED,
    CLICKED
}
