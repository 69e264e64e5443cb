package app.backmatter.audience.web;

import app.backmatter.audience.suppression.SuppressionList;
import app.backmatter.audience.suppression.SuppressionStore.Listed;
import app.backmatter.pages.Csv;
import app.backmatter.pages.Slice;
import app.backmatter.pages.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The addresses that get no mail, for another tool that must not write to them either. */
@Controller
class SuppressedExportController {
    private final SuppressionList list;
    private final Words words;

    SuppressedExportController(SuppressionList list, Words words) {
        this.list = list;
        this.words = words;
    }

    @GetMapping("/w/{workspace}/suppressed/export")
    void export(SuppressedFilterForm form, HttpServletResponse response) throws IOException {
        var wanted = form.wanted();
        var rows = Slice.<Listed>all((before, limit) -> list.search(wanted, before, limit), Listed::id)
                .map(this::cells);
        Csv.send(response, "suppressed.csv", Stream.concat(Stream.of(head()), rows));
    }

    private List<String> head() {
        return List.of(
                words.say("audience.column.email"),
                words.say("audience.suppressed.reason"),
                words.say("audience.suppressed.words"),
                words.say("audience.column.joined"));
    }

    private List<String> cells(Listed listed) {
        var suppression = listed.suppression();
        return List.of(
                suppression.email().value(),
                words.say("audience.suppressed.reason." + suppression.reason()),
                suppression.words(),
                suppression.at().toString());
    }
}
