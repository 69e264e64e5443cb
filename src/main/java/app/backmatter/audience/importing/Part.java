package app.backmatter.audience.importing;

/** One table of a file: a text file has one, an archive has one for each text file in it. */
interface Part {
    /** As the file is called: some makers say by it what their rows are. */
    String name();

    /** From the first line on; the caller closes it. */
    Lines open();

    /** About how many rows it has; 0 where that would take too long to find out. */
    long lines();
}
