package app.backmatter.mail.bounce;

/**
 * When soft bounces are too many.
 *
 * @param softBounces so many mails did not arrive, and none did between them
 * @param softDays so many days lie between the first and the last of them, at least
 */
public record BounceRules(int softBounces, int softDays) {
    public static final BounceRules USUAL = new BounceRules(5, 10);
}
