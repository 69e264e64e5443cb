package app.backmatter.accounts.web;

import app.backmatter.accounts.Network;
import app.backmatter.accounts.RequestLimit;
import app.backmatter.accounts.RequestLimits;
import app.backmatter.accounts.domain.RequestPasswordReset;
import app.backmatter.accounts.domain.ResetPassword;
import app.backmatter.pages.Typed;
import app.backmatter.pages.Words;
import app.backmatter.shared.EmailAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asking for a mailed link, and setting a new password by it. Known and unknown addresses get the same answers. */
@Controller
@RequestMapping("/password-reset")
class PasswordResetController {
    private static final RequestLimit PER_NETWORK = new RequestLimit("password-reset-network", 30, Duration.ofHours(1));
    private static final String ASK = "accounts/password-reset/new";
    private static final String EDIT = "accounts/password-reset/edit";
    private static final String CLOSED = "accounts/password-reset/closed";

    private final RequestPasswordReset requests;
    private final ResetPassword resetPassword;
    private final RequestLimits limits;
    private final Words words;

    PasswordResetController(
            RequestPasswordReset requests, ResetPassword resetPassword, RequestLimits limits, Words words) {
        this.requests = requests;
        this.resetPassword = resetPassword;
        this.limits = limits;
        this.words = words;
    }

    @GetMapping
    String ask(Model model) {
        model.addAttribute("form", new EmailForm(""));
        return ASK;
    }

    @PostMapping
    String request(
            @Valid @ModelAttribute("form") EmailForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!errors.hasErrors() && !limits.take(PER_NETWORK, Network.of(request.getRemoteAddr()))) {
            errors.reject("accounts.error.throttled");
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            return ASK;
        }
        if (errors.hasErrors()) {
            return ASK;
        }
        requests.request(EmailAddress.parse(Typed.line(form.email())).orElseThrow());
        return "redirect:/password-reset/sent";
    }

    @GetMapping("/sent")
    String sent() {
        return "accounts/password-reset/sent";
    }

    @GetMapping("/{token}")
    String edit(@PathVariable String token, Model model, HttpServletResponse response) {
        model.addAttribute("form", new PasswordForm(""));
        return resetPassword.isOpen(token) ? EDIT : closed(response);
    }

    @PostMapping("/{token}")
    String reset(
            @PathVariable String token,
            @Valid @ModelAttribute("form") PasswordForm form,
            BindingResult errors,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        if (!resetPassword.isOpen(token)) {
            return closed(response);
        }
        if (errors.hasErrors()) {
            return EDIT;
        }
        if (!resetPassword.reset(token, Objects.requireNonNullElse(form.password(), ""))) {
            return closed(response);
        }
        redirect.addFlashAttribute("flash", words.say("accounts.password-reset.done"));
        return "redirect:/sign-in";
    }

    private static String closed(HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return CLOSED;
    }
}
