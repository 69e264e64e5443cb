package app.backmatter.mail.domain;

/** Whom a broadcast comes by. */
public enum TestStage {
    /** No subjects are tried. */
    ALL,
    SAMPLE,
    /** The sample has left; the others wait for who wins. */
    WAIT,
    REST
}
