package app.backmatter.orders.web;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.accounts.Workspaces;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.copies.Copies;
import app.backmatter.orders.domain.Delivery;
import app.backmatter.orders.domain.Delivery.Parcel;
import app.backmatter.pages.NotFound;
import app.backmatter.storage.FileAnswer;
import app.backmatter.storage.Files;
import app.backmatter.storage.StoredFile;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands out the files behind signed links. */
@Controller
class DownloadController {
    private final Delivery delivery;
    private final Copies copies;
    private final Files files;
    private final FileAnswer answer;
    private final Workspaces workspaces;

    DownloadController(Delivery delivery, Copies copies, Files files, FileAnswer answer, Workspaces workspaces) {
        this.delivery = delivery;
        this.copies = copies;
        this.files = files;
        this.answer = answer;
        this.workspaces = workspaces;
    }

    @GetMapping("/download/{slug}/{token}")
    void download(
            @PathVariable String slug,
            @PathVariable String token,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var author = workspaces.bySlug(slug).orElseThrow(NotFound::new);
        switch (delivery.open(author.id(), token)) {
            case Delivery.Link.Good(Parcel parcel) ->
                WorkspaceScope.<Boolean, IOException>call(author.id(), () -> {
                    hand(author, parcel, request, response);
                    return true;
                });
            case Delivery.Link.Expired _ -> throw new LinkBroken(author, HttpStatus.GONE, "orders.download.gone");
            case Delivery.Link.TakenBack _ ->
                throw new LinkBroken(author, HttpStatus.GONE, "orders.download.taken-back");
            case Delivery.Link.HeldBack _ ->
                throw new LinkBroken(author, HttpStatus.FORBIDDEN, "orders.download.held-back");
            case Delivery.Link.Unknown _ ->
                throw new LinkBroken(author, HttpStatus.NOT_FOUND, "orders.download.unknown");
        }
    }

    /** The page asks for the file again, without a script, until the copy is there. */
    @ExceptionHandler
    String awaited(CopyAwaited copy, Model model, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpStatus.ACCEPTED.value());
        response.setHeader("Refresh", "3");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("author", copy.author.name());
        model.addAttribute("here", request.getRequestURI());
        return "orders/downloads/making";
    }

    /** The author's library gives new links. */
    @ExceptionHandler
    String broken(LinkBroken link, Model model, HttpServletResponse response) {
        response.setStatus(link.status.value());
        model.addAttribute("why", link.why);
        model.addAttribute("author", link.author.name());
        model.addAttribute("slug", link.author.slug());
        return "orders/downloads/gone";
    }

    /** Only the author can give more. */
    @ExceptionHandler
    String usedUp(UsedUp used, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        model.addAttribute("file", used.file.name());
        model.addAttribute("most", used.most);
        model.addAttribute("mail", used.author.senderAddress());
        model.addAttribute("author", used.author.name());
        model.addAttribute("slug", used.author.slug());
        return "orders/downloads/used-up";
    }

    private void hand(WorkspaceView author, Parcel parcel, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var copy = copies.of(parcel).orElseThrow(() -> new CopyAwaited(author));
        var file = files.find(copy).orElseThrow(NotFound::new);
        var first = FileAnswer.firstByte(file, request);
        if (first.isPresent() && !delivery.take(parcel, first.getAsLong() > 0)) {
            throw new UsedUp(author, file, delivery.terms(parcel.product()).most());
        }
        answer.send(file, request, response);
    }

    private static final class UsedUp extends RuntimeException {
        private final transient WorkspaceView author;
        private final transient StoredFile file;
        private final @Nullable Integer most;

        UsedUp(WorkspaceView author, StoredFile file, @Nullable Integer most) {
            super("As often as the author allows", null, false, false);
            this.author = author;
            this.file = file;
            this.most = most;
        }
    }

    private static final class CopyAwaited extends RuntimeException {
        private final transient WorkspaceView author;

        CopyAwaited(WorkspaceView author) {
            super("The copy is being made", null, false, false);
            this.author = author;
        }
    }

    private static final class LinkBroken extends RuntimeException {
        private final transient WorkspaceView author;
        private final HttpStatus status;
        private final String why;

        LinkBroken(WorkspaceView author, HttpStatus status, String why) {
            super(why, null, false, false);
            this.author = author;
            this.status = status;
            this.why = why;
        }
    }
}
