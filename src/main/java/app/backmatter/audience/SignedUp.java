package app.backmatter.audience;

/**
 * What a sign-up led to.
 *
 * @param status of the contact afterwards; a person who had left is pending until the address is confirmed anew, with
 *     single opt-in too, because anybody can type an address
 */
public record SignedUp(ContactId contact, ContactStatus status) {}
