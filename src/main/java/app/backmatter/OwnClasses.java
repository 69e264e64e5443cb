package app.backmatter;

/** Whose methods are searched for annotations when a bean is made; for the rest of the class path that is in vain. */
final class OwnClasses {
    private OwnClasses() {}

    /** Our own, and those of the event register, which asks for transactions. */
    static boolean contain(Class<?> type) {
        return type.getName().startsWith("app.backmatter.")
                || type.getName().startsWith("org.springframework.modulith.");
    }
}
