package app.backmatter.catalog.web;

import app.backmatter.catalog.domain.StampDeliveredFile;
import app.backmatter.storage.Attachment;
import app.backmatter.storage.FileId;
import app.backmatter.storage.StoredFile;
import app.backmatter.watermarks.NotStampable;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** A copy of a file as a buyer would get it, for its author to look at. */
@Controller
class SampleController {
    private final StampDeliveredFile stampDeliveredFile;
    private final StampPage page;

    SampleController(StampDeliveredFile stampDeliveredFile, StampPage page) {
        this.stampDeliveredFile = stampDeliveredFile;
        this.page = page;
    }

    /** @return the page that says why there is none; none when the sample was sent */
    @GetMapping({
        "/w/{slug}/products/{product}/files/{file}/stamp/sample",
        "/w/{slug}/editions/{edition}/files/{file}/stamp/sample"
    })
    @Nullable
    String show(
            @ModelAttribute(name = "shelf", binding = false) FileShelf shelf,
            @PathVariable UUID file,
            Model model,
            HttpServletResponse response)
            throws IOException {
        try {
            var sample = stampDeliveredFile.sample(shelf.owner(), new FileId(file));
            if (sample.isPresent()) {
                send(page.file(shelf, new FileId(file)), sample.get(), response);
                return null;
            }
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            return page.about(shelf, new FileId(file), "catalog.stamp.busy", model);
        } catch (NotStampable e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page.about(shelf, new FileId(file), e.reason().messageKey(), model);
        }
    }

    private static void send(StoredFile file, Path sample, HttpServletResponse response) throws IOException {
        long size = Files.size(sample);
        try (var content = Files.newInputStream(sample, StandardOpenOption.DELETE_ON_CLOSE)) {
            response.setContentType(file.contentType());
            response.setContentLengthLong(size);
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, Attachment.named(file.name()));
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            content.transferTo(response.getOutputStream());
        }
    }
}
