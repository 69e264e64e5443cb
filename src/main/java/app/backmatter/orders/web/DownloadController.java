package app.backmatter.orders.web;

import app.backmatter.accounts.Workspaces;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.domain.Delivery;
import app.backmatter.orders.domain.Delivery.Parcel;
import app.backmatter.pages.NotFound;
import app.backmatter.shared.WorkspaceId;
import app.backmatter.storage.Attachment;
import app.backmatter.storage.Files;
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
import org.springframework.web.bind.annotation.ResponseStatus;

/** Hands out the files behind signed links. */
@Controller
class DownloadController {
    private final Delivery delivery;
    private final Files files;
    private final Workspaces workspaces;

    DownloadController(Delivery delivery, Files files, Workspaces workspaces) {
        this.delivery = delivery;
        this.files = files;
        this.workspaces = workspaces;
    }

    @GetMapping("/download/{token}")
    ResponseEntity<Resource> download(
            @PathVariable String token,
            HttpMethod method,
            @RequestHeader(name = HttpHeaders.RANGE, required = false) @Nullable String range) {
        return switch (delivery.open(token)) {
            case Delivery.Link.Good(Parcel parcel) -> {
                var file = file(parcel);
                if (method.equals(HttpMethod.GET) && isStart(range)) {
                    delivery.count(parcel);
                }
                yield file;
            }
            case Delivery.Link.Expired(WorkspaceId workspace) -> throw new LinkExpired(workspace);
            case Delivery.Link.Unknown _ -> throw new LinkUnknown();
        };
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.GONE)
    String expired(LinkExpired expired, Model model) {
        var workspace = workspaces.get(expired.workspace);
        model.addAttribute("author", workspace.name());
        model.addAttribute("library", "/library/" + workspace.slug());
        return "orders/downloads/gone";
    }

    @ExceptionHandler(LinkUnknown.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String unknown() {
        return "orders/downloads/gone";
    }

    private ResponseEntity<Resource> file(Parcel parcel) {
        return WorkspaceScope.call(
                parcel.workspace(),
                () -> Attachment.of(files.find(parcel.file()).orElseThrow(NotFound::new), files.open(parcel.file())));
    }

    /** What goes on with a download that broke off is counted already. */
    private static boolean isStart(@Nullable String range) {
        return range == null || range.startsWith("bytes=0-");
    }

    private static final class LinkExpired extends RuntimeException {
        private final transient WorkspaceId workspace;

        LinkExpired(WorkspaceId workspace) {
            super("Expired", null, false, false);
            this.workspace = workspace;
        }
    }

    private static final class LinkUnknown extends RuntimeException {
        LinkUnknown() {
            super("Unknown", null, false, false);
        }
    }
}
