package app.backmatter.audience.importing;

/**
 * Whether the next rows may be taken without looking who of them is on the list, as most who come by a file are new. When
 * somebody is not, the database refuses the whole chunk, for an address is there but once; then they are looked for, and
 * the guess is made later each time.
 */
final class Newcomers {
    private int chunks;
    private int needed = 1;

    boolean areExpected() {
        return chunks >= needed;
    }

    void saw(Taken taken) {
        chunks = taken == Taken.WITH_NOBODY_KNOWN ? chunks + 1 : 0;
    }

    void wereNot() {
        chunks = 0;
        needed *= 2;
    }
}
