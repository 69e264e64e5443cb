package app.backmatter.orders.web;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.accounts.Workspaces;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.copies.Copies;
import app.backmatter.orders.domain.Delivery;
import app.backmatter.orders.domain.Delivery.Parcel;
import app.backmatter.pages.NotFound;
import app.backmatter.storage.Attachment;
import app.backmatter.storage.FileId;
import app.backmatter.storage.Files;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** Hands out the files behind signed links. */
@Controller
class DownloadController {
    private final Delivery delivery;
    private final Copies copies;
    private final Files files;
    private final Workspaces workspaces;

    DownloadController(Delivery delivery, Copies copies, Files files, Workspaces workspaces) {
        this.delivery = delivery;
        this.copies = copies;
        this.files = files;
        this.workspaces = workspaces;
    }

    @GetMapping("/download/{slug}/{token}")
    ResponseEntity<Resource> download(
            @PathVariable String slug,
            @PathVariable String token,
            HttpMethod method,
            @RequestHeader(name = HttpHeaders.RANGE, required = false) @Nullable String range) {
        var author = workspaces.bySlug(slug).orElseThrow(NotFound::new);
        return switch (delivery.open(author.id(), token)) {
            case Delivery.Link.Good(Parcel parcel) -> {
                var file = WorkspaceScope.call(
                        parcel.workspace(),
                        () -> copies.of(parcel).map(this::file).orElseThrow(() -> new CopyAwaited(author)));
                if (method.equals(HttpMethod.GET) && isStart(range)) {
                    delivery.count(parcel);
                }
                yield file;
            }
            case Delivery.Link.Expired _ -> throw new LinkBroken(author, HttpStatus.GONE);
            case Delivery.Link.Unknown _ -> throw new LinkBroken(author, HttpStatus.NOT_FOUND);
        };
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
        model.addAttribute("expired", link.status == HttpStatus.GONE);
        model.addAttribute("author", link.author.name());
        model.addAttribute("slug", link.author.slug());
        return "orders/downloads/gone";
    }

    private ResponseEntity<Resource> file(FileId file) {
        return Attachment.of(files.find(file).orElseThrow(NotFound::new), files.open(file));
    }

    /** What goes on with a download that broke off is counted already. */
    private static boolean isStart(@Nullable String range) {
        return range == null || range.startsWith("bytes=0-");
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

        LinkBroken(WorkspaceView author, HttpStatus status) {
            super("Expired or unknown", null, false, false);
            this.author = author;
            this.status = status;
        }
    }
}
