package app.backmatter.orders.tax;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.Percent;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** The tax settings of the workspace in scope. */
@Repository
class TaxRows {
    private final JdbcClient jdbc;

    TaxRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<TaxSettings> find() {
        return jdbc.sql("select * from tax_settings where workspace_id = :workspace")
                .param("workspace", WorkspaceScope.current().value())
                .query((row, number) -> new TaxSettings(
                        TaxSettings.Mode.valueOf(row.getString("mode")),
                        TaxSettings.RatesOf.valueOf(row.getString("rates_of")),
                        rates(),
                        row.getBoolean("asks_address"),
                        row.getString("tax_number")))
                .optional();
    }

    /** In place of what was there. */
    void save(TaxSettings settings) {
        jdbc.sql("""
            insert into tax_settings (workspace_id, mode, rates_of, asks_address, tax_number)
            values (:workspace, :mode, :ratesOf, :asksAddress, :taxNumber)
            on conflict (workspace_id) do update
            set mode = excluded.mode, rates_of = excluded.rates_of, asks_address = excluded.asks_address, tax_number = excluded.tax_number
            """)
                .param("workspace", WorkspaceScope.current().value())
                .param("mode", settings.mode().name())
                .param("ratesOf", settings.ratesOf().name())
                .param("asksAddress", settings.asksAddress())
                .param("taxNumber", settings.taxNumber())
                .update();
        replace(settings.rates());
    }

    private List<TaxRate> rates() {
        return jdbc.sql("select country, rate, name from tax_rates where workspace_id = :workspace order by country")
                .param("workspace", WorkspaceScope.current().value())
                .query((row, number) ->
                        new TaxRate(row.getString("country"), new Percent(row.getInt("rate")), row.getString("name")))
                .list();
    }

    private void replace(List<TaxRate> rates) {
        jdbc.sql("delete from tax_rates where workspace_id = :workspace")
                .param("workspace", WorkspaceScope.current().value())
                .update();
        jdbc.sql("""
            insert into tax_rates (workspace_id, country, rate, name)
            select :workspace, country, rate, name
            from unnest(:countries, :rates, :names) as typed (country, rate, name)
            """)
                .param("workspace", WorkspaceScope.current().value())
                .param(
                        "countries",
                        new SqlArrayValue(
                                "text", rates.stream().map(TaxRate::country).toArray()))
                .param(
                        "rates",
                        new SqlArrayValue(
                                "integer",
                                rates.stream()
                                        .map(rate -> rate.percent().basisPoints())
                                        .toArray()))
                .param(
                        "names",
                        new SqlArrayValue(
                                "text", rates.stream().map(TaxRate::name).toArray()))
                .update();
    }
}
