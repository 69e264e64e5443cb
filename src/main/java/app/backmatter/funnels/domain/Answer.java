package app.backmatter.funnels.domain;

/** A reader's answer to a page. */
public enum Answer {
    YES,
    NO
}
