package app.backmatter.accounts.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the bottom bar of a phone has no room for. */
@Controller
@RequestMapping("/w/{workspace}/more")
class MoreController {
    @GetMapping
    String show() {
        return "accounts/more/show";
    }
}
