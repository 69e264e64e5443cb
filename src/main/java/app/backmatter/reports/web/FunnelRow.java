package app.backmatter.reports.web;

import app.backmatter.reports.Figures;
import app.backmatter.reports.FunnelConversion;
import app.backmatter.reports.TotalsCells;

/** A funnel in the list of reports. */
record FunnelRow(String id, String name, boolean isPublished, TotalsCells totals) {
    static FunnelRow of(FunnelConversion conversion, Figures figures) {
        return new FunnelRow(
                conversion.id().toString(),
                conversion.funnel(),
                conversion.isPublished(),
                TotalsCells.of(conversion.totals(), figures));
    }
}
