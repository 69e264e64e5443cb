package app.backmatter.audience;

/** What a person does to get a tag by a rule. */
public enum TagEvent {
    BOUGHT,
    SIGNED_UP,
    CLICKED
}
