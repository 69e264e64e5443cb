package app.backmatter.catalog.currency;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.ExchangeRate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Rates of the workspace in scope. */
@Repository
class RateRows {
    private final JdbcClient jdbc;

    RateRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of their letters. */
    List<DatedRate> to(Currency own) {
        return jdbc.sql("""
            select currency, own_currency, rate, day from exchange_rates
            where workspace_id = :workspace and own_currency = :own
            order by currency
            """)
                .param("workspace", WorkspaceScope.current().value())
                .param("own", own.getCurrencyCode())
                .query((row, number) -> rate(row))
                .list();
    }

    /** In place of those that were there. */
    void replace(Currency own, List<DatedRate> rates) {
        jdbc.sql("delete from exchange_rates where workspace_id = :workspace and own_currency = :own")
                .param("workspace", WorkspaceScope.current().value())
                .param("own", own.getCurrencyCode())
                .update();
        jdbc.sql("""
            insert into exchange_rates (workspace_id, currency, own_currency, rate, day)
            select :workspace, currency, :own, rate, day
            from unnest(:currencies, :rates, :days) as typed (currency, rate, day)
            """)
                .param("workspace", WorkspaceScope.current().value())
                .param("own", own.getCurrencyCode())
                .param(
                        "currencies",
                        column("text", rates, each -> each.currency().getCurrencyCode()))
                .param("rates", column("numeric", rates, each -> each.rate().rate()))
                .param("days", column("date", rates, DatedRate::day))
                .update();
    }

    private static SqlArrayValue column(String type, List<DatedRate> rates, Function<DatedRate, Object> value) {
        return new SqlArrayValue(type, rates.stream().map(value).toArray());
    }

    private static DatedRate rate(ResultSet row) throws SQLException {
        return new DatedRate(
                new ExchangeRate(
                        Currency.getInstance(row.getString("currency")),
                        Currency.getInstance(row.getString("own_currency")),
                        row.getBigDecimal("rate")),
                row.getObject("day", LocalDate.class));
    }
}
