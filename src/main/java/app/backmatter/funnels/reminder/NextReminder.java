package app.backmatter.funnels.reminder;

/** A part of statements. */
final class NextReminder {
    /**
     * The first of the funnel's reminders from a number on that leaves at all. Takes the alias of what has the funnel,
     * twice, and the number.
     */
    static final String SQL = """
        select r.number, r.delay_hours from checkout_reminders r
        where r.funnel_id = %s.funnel_id and r.workspace_id = %s.workspace_id and r.is_on and r.number >= %s
        order by r.number limit 1
        """;

    private NextReminder() {}
}
