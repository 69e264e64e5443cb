package app.backmatter.accounts.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/sign-in")
class SignInController {
    @GetMapping
    String show() {
        return "accounts/sign-in/show";
    }
}
