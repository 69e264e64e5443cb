package app.backmatter.catalog.web;

import java.util.List;
import java.util.Objects;
import org.springframework.web.multipart.MultipartFile;

record FilesForm(List<MultipartFile> files) {
    FilesForm {
        files = Objects.requireNonNullElse(files, List.of());
    }
}
