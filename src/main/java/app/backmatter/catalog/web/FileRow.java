package app.backmatter.catalog.web;

import app.backmatter.catalog.domain.Stamping;
import app.backmatter.storage.FileId;
import app.backmatter.storage.StoredFile;
import app.backmatter.watermarks.Watermarks;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file as its author sees it: PDF, 1.4 MB.
 *
 * @param stampable whether buyers' names can be put into files of its kind
 * @param stamping absent when they are not
 */
record FileRow(
        String id,
        String name,
        String kind,
        String size,
        boolean stampable,
        @Nullable Stamping stamping) {
    static List<FileRow> list(List<StoredFile> files, Map<FileId, Stamping> stampings, ProductWords words) {
        return files.stream()
                .map(file -> new FileRow(
                        file.id().toString(),
                        file.name(),
                        words.kindOf(file),
                        file.extent(),
                        Watermarks.fit(file),
                        stampings.get(file.id())))
                .toList();
    }
}
