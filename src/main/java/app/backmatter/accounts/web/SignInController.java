package app.backmatter.accounts.web;

import app.backmatter.accounts.domain.SignedInAccount;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.WebAttributes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page; the security chain takes what is posted and forwards a refused try back here. */
@Controller
@RequestMapping("/sign-in")
class SignInController {
    private static final String PAGE = "accounts/sign-in/show";

    @GetMapping
    String show(@AuthenticationPrincipal @Nullable SignedInAccount account) {
        return account == null ? PAGE : "redirect:/";
    }

    @PostMapping("/refusal")
    String again(
            @RequestParam(defaultValue = "") String email,
            @RequestAttribute(name = WebAttributes.AUTHENTICATION_EXCEPTION, required = false) @Nullable
                    AuthenticationException reason,
            Model model,
            HttpServletResponse response) {
        var throttled = reason instanceof TooManyTries;
        response.setStatus(throttled ? 429 : 422);
        model.addAttribute("email", email);
        model.addAttribute("refusal", throttled ? "accounts.error.throttled" : "accounts.error.sign-in");
        return PAGE;
    }
}
