package app.backmatter.admin.web;

import app.backmatter.reports.Figures;
import app.backmatter.reports.FunnelConversion;
import app.backmatter.reports.TotalsCells;

/**
 * One funnel of one workspace, ready to be shown.
 *
 * @param path of the page that shows it step by step
 */
record ConversionRow(String path, String workspace, String funnel, boolean isPublished, TotalsCells totals) {
    static ConversionRow of(FunnelConversion conversion, Figures figures) {
        return new ConversionRow(
                "/admin/workspaces/%s/funnels/%s"
                        .formatted(conversion.workspace().slug(), conversion.id()),
                conversion.workspace().name(),
                conversion.funnel(),
                conversion.isPublished(),
                TotalsCells.of(conversion.totals(), figures));
    }
}
