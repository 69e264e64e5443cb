package app.backmatter.watermarks.epub;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.util.UriUtils;

/** Paths in an EPUB's archive, and how its files name each other. */
final class BookPath {
    private BookPath() {}

    /** The path that an address in a file leads to. */
    static String resolve(String file, String address) {
        var plain = address.replaceFirst("#.*", "");
        var folders = new ArrayList<>(folders(file));
        for (var step : UriUtils.decode(plain, StandardCharsets.UTF_8).split("/")) {
            if (step.equals("..")) {
                if (!folders.isEmpty()) {
                    folders.removeLast();
                }
            } else if (!step.equals(".")) {
                folders.add(step);
            }
        }
        return String.join("/", folders);
    }

    /** The address of a path, as another file writes it. */
    static String relative(String file, String path) {
        var from = folders(file);
        var to = folders(path);
        int common = 0;
        while (common < Math.min(from.size(), to.size()) && from.get(common).equals(to.get(common))) {
            common++;
        }
        var address = new StringBuilder("../".repeat(from.size() - common));
        to.subList(common, to.size())
                .forEach(folder -> address.append(encoded(folder)).append('/'));
        return address.append(encoded(path.substring(path.lastIndexOf('/') + 1)))
                .toString();
    }

    private static List<String> folders(String file) {
        var steps = List.of(file.split("/"));
        return steps.subList(0, steps.size() - 1);
    }

    private static String encoded(String step) {
        return UriUtils.encodePathSegment(step, StandardCharsets.UTF_8);
    }
}
