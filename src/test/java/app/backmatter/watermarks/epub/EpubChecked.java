package app.backmatter.watermarks.epub;

import com.adobe.epubcheck.api.EPUBLocation;
import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.api.MasterReport;
import com.adobe.epubcheck.messages.Message;
import com.adobe.epubcheck.messages.Severity;
import com.adobe.epubcheck.util.FeatureEnum;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What epubcheck finds in a book. */
public final class EpubChecked {
    private EpubChecked() {}

    /** Warnings and errors, each with the file that it is about. */
    public static List<String> all(Path epub) {
        var findings = new Findings(epub.getFileName().toString());
        new EpubCheck(epub.toFile(), findings).check();
        return findings.found;
    }

    /** What it finds in the copy and not in the source. */
    public static List<String> news(Path source, Path copy) {
        var found = new ArrayList<>(all(copy));
        all(source).forEach(found::remove);
        return found;
    }

    private static final class Findings extends MasterReport {
        private final List<String> found = new ArrayList<>();
        private final String name;

        Findings(String name) {
            this.name = name;
        }

        @Override
        public void message(Message message, EPUBLocation location, Object... details) {
            if (message.getSeverity().compareTo(Severity.WARNING) >= 0) {
                found.add(message.getID() + " " + location.getPath().replace(name, "") + " "
                        + message.getMessage(details).replace(name, ""));
            }
        }

        @Override
        public void info(String resource, FeatureEnum feature, String value) {}

        @Override
        public void initialize() {}

        @Override
        public int generate() {
            return 0;
        }
    }
}
