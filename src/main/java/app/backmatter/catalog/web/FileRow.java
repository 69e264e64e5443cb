package app.backmatter.catalog.web;

import app.backmatter.pages.FileSize;
import app.backmatter.storage.StoredFile;
import java.util.List;

/** A file as its author sees it: PDF, 1.4 MB. */
record FileRow(String id, String name, String kind, String size) {
    static List<FileRow> list(List<StoredFile> files, ProductWords words) {
        return files.stream()
                .map(file ->
                        new FileRow(file.id().toString(), file.name(), words.kindOf(file), FileSize.of(file.size())))
                .toList();
    }
}
