package app.backmatter.mail.way;

/** What a way needs to know besides its secrets. */
public enum Detail {
    HOST,
    PORT,
    SECURITY,
    USER,
    REGION,
    ACCESS_KEY,
    CONFIGURATION_SET,
    LIST_STREAM,
    SERVICE_STREAM,
    DOMAIN,
    PLACE
}
