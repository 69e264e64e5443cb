package app.backmatter.audience.web;

import app.backmatter.audience.importing.Imports;
import app.backmatter.audience.importing.ListImport;
import app.backmatter.audience.importing.RejectedRows;
import app.backmatter.audience.importing.Row;
import app.backmatter.pages.Csv;
import app.backmatter.pages.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The rows of a list that could not be taken, each with its line and why, to be mended and brought again. */
@Controller
class RejectedRowsController {
    private final Imports imports;
    private final RejectedRows rejected;
    private final Words words;

    RejectedRowsController(Imports imports, RejectedRows rejected, Words words) {
        this.imports = imports;
        this.rejected = rejected;
        this.words = words;
    }

    @GetMapping("/w/{workspace}/imports/{id}/rejected")
    void download(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        var list = imports.get(id);
        var rows = rejected.all(list.id()).map(this::cells);
        Csv.send(response, "rejected.csv", Stream.concat(Stream.of(head(list)), rows));
    }

    private List<String> head(ListImport list) {
        var own = Stream.of(
                        "audience.import.rejected.file",
                        "audience.import.rejected.line",
                        "audience.import.rejected.why")
                .map(words::say);
        return Stream.concat(own, list.plan().fields().keySet().stream()).toList();
    }

    private List<String> cells(Row.Refused row) {
        var own =
                Stream.of(row.part(), String.valueOf(row.line()), words.say("audience.import.refused." + row.reason()));
        return Stream.concat(own, row.cells().stream()).toList();
    }
}
