package app.backmatter.audience.importing;

/** How it went with some rows of a list. */
enum Taken {
    /** The import was stopped, or another node went on with it. */
    NOT,
    WITH_NOBODY_KNOWN,
    WITH_PEOPLE_KNOWN
}
