package app.backmatter.links.web;

import app.backmatter.accounts.Workspaces;
import app.backmatter.links.domain.PointedLinks;
import app.backmatter.pages.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A printed link whose page is not made yet: the reader did nothing wrong. Pointed links never come this far. */
@Controller
class GoController {
    private final PointedLinks links;
    private final Workspaces workspaces;

    GoController(PointedLinks links, Workspaces workspaces) {
        this.links = links;
        this.workspaces = workspaces;
    }

    @GetMapping("/go/{code}")
    String show(@PathVariable String code, Model model) {
        var link = links.find(code).orElseThrow(NotFound::new);
        model.addAttribute("author", workspaces.get(link.workspace()).name());
        return "links/unpointed";
    }
}
