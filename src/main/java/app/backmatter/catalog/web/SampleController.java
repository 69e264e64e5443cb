package app.backmatter.catalog.web;

import app.backmatter.catalog.domain.StampProductFile;
import app.backmatter.storage.Attachment;
import app.backmatter.storage.StoredFile;
import app.backmatter.watermarks.NotStampable;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** A copy of a file as a buyer would get it, for its author to look at. */
@Controller
class SampleController {
    private final StampProductFile stampProductFile;
    private final StampPage page;

    SampleController(StampProductFile stampProductFile, StampPage page) {
        this.stampProductFile = stampProductFile;
        this.page = page;
    }

    /** @return the page that says why there is none; none when the sample was sent */
    @GetMapping("/w/{slug}/products/{product}/files/{file}/stamp/sample")
    @Nullable
    String show(FileOfProduct address, Model model, HttpServletResponse response) throws IOException {
        try {
            var sample = stampProductFile.sample(address.productId(), address.fileId());
            if (sample.isPresent()) {
                send(page.file(address), sample.get(), response);
                return null;
            }
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            return page.about(address, "catalog.stamp.busy", model);
        } catch (NotStampable e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page.about(address, e.reason().messageKey(), model);
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
