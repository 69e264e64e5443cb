package app.backmatter.mail.web.broadcast;

import app.backmatter.audience.Recipients;
import app.backmatter.mail.BroadcastId;
import app.backmatter.mail.MailServer;
import app.backmatter.mail.domain.BroadcastDetails;
import app.backmatter.mail.domain.NoDraft;
import app.backmatter.mail.domain.SendBroadcast;
import app.backmatter.mail.domain.WriteBroadcast;
import app.backmatter.pages.Conventions;
import app.backmatter.pages.Format;
import app.backmatter.pages.NotFound;
import app.backmatter.pages.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.ZoneId;
import java.util.UUID;
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

/** What lets a broadcast leave, holds it up and ends it. */
@Controller
@RequestMapping("/w/{workspace}/mail/broadcasts/{broadcast}")
class BroadcastDepartureController {
    private static final String HERE = "redirect:/w/{workspace}/mail/broadcasts/{broadcast}";

    private final WriteBroadcast write;
    private final SendBroadcast send;
    private final Recipients recipients;
    private final MailServer server;
    private final Conventions conventions;
    private final Format format;
    private final Clock clock;
    private final Words words;

    BroadcastDepartureController(
            WriteBroadcast write,
            SendBroadcast send,
            Recipients recipients,
            MailServer server,
            Conventions conventions,
            Format format,
            Clock clock,
            Words words) {
        this.write = write;
        this.send = send;
        this.recipients = recipients;
        this.server = server;
        this.conventions = conventions;
        this.format = format;
        this.clock = clock;
        this.words = words;
    }

    @GetMapping("/departure")
    String askToSend(@PathVariable UUID broadcast, Model model) {
        var found = find(broadcast);
        if (!found.mayChange()) {
            return HERE;
        }
        model.addAttribute("broadcast", found);
        model.addAttribute("keeping", !server.isSetHere());
        model.addAttribute("readers", recipients.count(found.draft().addressed()));
        model.addAttribute("zone", format.clock(conventions.timeZone()));
        if (!model.containsAttribute("later")) {
            model.addAttribute("later", ScheduleForm.tomorrow(clock.instant(), conventions.timeZone()));
        }
        return "mail/broadcasts/departure";
    }

    @PostMapping("/departure")
    String send(@PathVariable UUID broadcast, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        try {
            send.start(new BroadcastId(broadcast));
            redirect.addFlashAttribute("flash", words.say("mail.departure.begun"));
        } catch (SendBroadcast.NotReady e) {
            return refused(broadcast, e, model, response);
        } catch (NoDraft e) {
            redirect.addFlashAttribute("flash", words.say("mail.departure.already"));
        }
        return HERE;
    }

    @PostMapping("/schedule")
    String schedule(
            @PathVariable UUID broadcast,
            @ModelAttribute("later") ScheduleForm later,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        later.check(clock.instant(), conventions.timeZone(), errors);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return askToSend(broadcast, model);
        }
        try {
            schedule(new BroadcastId(broadcast), later, conventions.timeZone());
        } catch (SendBroadcast.LateForSome e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            later.tellLate(e, errors, model);
            return askToSend(broadcast, model);
        } catch (SendBroadcast.NotReady e) {
            return refused(broadcast, e, model, response);
        } catch (NoDraft e) {
            redirect.addFlashAttribute("flash", words.say("mail.departure.already"));
        }
        return HERE;
    }

    private void schedule(BroadcastId id, ScheduleForm later, ZoneId zone) {
        if (later.isByReader()) {
            send.schedule(id, later.hour(zone), later.mayBeLate());
        } else {
            send.schedule(id, later.moment(zone));
        }
    }

    @PostMapping("/draft")
    String unschedule(@PathVariable UUID broadcast) {
        send.unschedule(new BroadcastId(broadcast));
        return HERE;
    }

    private String refused(UUID broadcast, SendBroadcast.NotReady why, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("obstacle", why.obstacle());
        return askToSend(broadcast, model);
    }

    @PostMapping("/pause")
    String pause(@PathVariable UUID broadcast) {
        send.pause(new BroadcastId(broadcast));
        return HERE;
    }

    @PostMapping("/resumption")
    String resume(@PathVariable UUID broadcast) {
        send.resume(new BroadcastId(broadcast));
        return HERE;
    }

    @GetMapping("/cancellation")
    String askToCancel(@PathVariable UUID broadcast, Model model) {
        model.addAttribute("broadcast", find(broadcast));
        return "mail/broadcasts/cancellation";
    }

    @PostMapping("/cancellation")
    String cancel(@PathVariable UUID broadcast) {
        send.cancel(new BroadcastId(broadcast));
        return HERE;
    }

    private BroadcastDetails find(UUID id) {
        return write.find(new BroadcastId(id)).orElseThrow(NotFound::new);
    }
}
