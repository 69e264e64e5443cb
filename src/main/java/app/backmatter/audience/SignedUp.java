package app.backmatter.audience;

/**
 * What a sign-up led to.
 *
 * @param status of the contact afterwards; a person who had left is pending until the address is confirmed anew
 */
public record SignedUp(ContactId contact, ContactStatus status) {}
