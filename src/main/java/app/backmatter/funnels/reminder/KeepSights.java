package app.backmatter.funnels.reminder;

import app.backmatter.funnels.reminder.Sight.Chosen;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Keeps who was seen at which checkout. */
@Repository
class KeepSights {
    private final JdbcClient jdbc;

    KeepSights(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Of any workspaces. What was seen where nobody is reminded is not kept; who comes again waits for the next reminder
     * from then on.
     */
    @Transactional
    void add(List<Sight> sights) {
        var seen = merged(sights);
        jdbc.sql("""
            insert into left_checkouts as c
                (passage_id, workspace_id, funnel_id, step_id, seen_at, with_bump, coupon, given, given_currency,
                 next_number, due_at)
            select s.passage_id, s.workspace_id, s.funnel_id, s.step_id, s.seen_at, s.with_bump, s.coupon, s.given,
                s.given_currency, 1,
                s.seen_at + make_interval(hours => next.delay_hours)
            from unnest(:passages::uuid[], :workspaces::uuid[], :funnels::uuid[], :steps::uuid[], :at::timestamptz[],
                    :bumps::boolean[], :coupons::text[], :given::bigint[], :givenCurrencies::text[])
                    as s (passage_id, workspace_id, funnel_id, step_id, seen_at, with_bump, coupon, given,
                          given_currency)
                cross join lateral (%s) next
            on conflict (passage_id, step_id, workspace_id) do update
            set seen_at = excluded.seen_at, with_bump = coalesce(excluded.with_bump, c.with_bump),
                coupon = coalesce(excluded.coupon, c.coupon), given = coalesce(excluded.given, c.given),
                given_currency = coalesce(excluded.given_currency, c.given_currency),
                due_at = case when c.due_at is not null then (
                    select excluded.seen_at + make_interval(hours => next.delay_hours) from (%s) next) end
            """.formatted(
                                NextReminder.SQL.formatted("s", "s", "1"),
                                NextReminder.SQL.formatted("c", "c", "c.next_number")))
                .param("passages", column(seen, sight -> sight.passage().value()))
                .param("workspaces", column(seen, sight -> sight.workspace().value()))
                .param("funnels", column(seen, sight -> sight.funnel().value()))
                .param("steps", column(seen, Sight::step))
                .param("at", column(seen, Sight::at))
                .param("bumps", chosen(seen, Chosen::bump))
                .param("coupons", chosen(seen, Chosen::coupon))
                .param(
                        "given",
                        chosen(
                                seen,
                                each -> each.given() == null
                                        ? null
                                        : each.given().minorUnits()))
                .param(
                        "givenCurrencies",
                        chosen(
                                seen,
                                each -> each.given() == null
                                        ? null
                                        : each.given().currency()))
                .update();
        noteReturns(seen.stream().filter(Sight::reminded).toList());
    }

    private void noteReturns(List<Sight> back) {
        if (back.isEmpty()) {
            return;
        }
        jdbc.sql("""
            update left_checkouts c set came_back_at = s.seen_at
            from unnest(:passages::uuid[], :workspaces::uuid[], :steps::uuid[], :at::timestamptz[])
                as s (passage_id, workspace_id, step_id, seen_at)
            where c.passage_id = s.passage_id and c.workspace_id = s.workspace_id and c.step_id = s.step_id
              and c.came_back_at is null
            """)
                .param("passages", column(back, sight -> sight.passage().value()))
                .param("workspaces", column(back, sight -> sight.workspace().value()))
                .param("steps", column(back, Sight::step))
                .param("at", column(back, Sight::at))
                .update();
    }

    private static @Nullable String[] chosen(List<Sight> sights, Function<Chosen, @Nullable Object> value) {
        return column(sights, sight -> sight.chosen() == null ? null : value.apply(sight.chosen()));
    }

    private static List<Sight> merged(List<Sight> sights) {
        var places = new LinkedHashMap<Sight.Place, Sight>();
        sights.forEach(sight -> places.merge(sight.place(), sight, Sight::and));
        return List.copyOf(places.values());
    }

    private static @Nullable String[] column(List<Sight> sights, Function<Sight, @Nullable Object> value) {
        return sights.stream()
                .map(value)
                .map(each -> each == null ? null : each.toString())
                .toArray(String[]::new);
    }
}
