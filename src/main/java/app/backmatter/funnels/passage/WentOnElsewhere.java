package app.backmatter.funnels.passage;

/** Something was bought on this way at its other address: it goes on there, and is not shown here. */
public class WentOnElsewhere extends RuntimeException {
    private final transient Reader reader;

    WentOnElsewhere(Reader reader) {
        super("The way of passage " + reader.passage().id() + " went on at its other address");
        this.reader = reader;
    }

    /** Who asked. */
    public Reader reader() {
        return reader;
    }
}
