package app.backmatter.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What axe finds on a page against WCAG 2.2 AA and its best practices, in both colour schemes: nothing. */
public final class Accessibility {
    private static final String AXE = axe();
    private static final String RUN = """
        async (only) => (await axe.run(document, {
            iframes: false,
            resultTypes: ['violations'],
            rules: {'target-size': {enabled: true}},
            ...(only ? {runOnly: {type: 'rule', values: [only]}} : {}),
        })).violations.map((rule) => rule.id + ': ' + rule.help + ' '
            + rule.nodes.map((node) => node.target + ' ' + node.failureSummary).join(' | '))
        """;

    /** A size with a colour scheme. Sizes hardly change colours, so the two screens together see both of both. */
    public enum Screen {
        LAPTOP(1366, 900, ColorScheme.LIGHT),
        PHONE(390, 844, ColorScheme.DARK);

        private final int width;
        private final int height;
        private final ColorScheme scheme;

        Screen(int width, int height, ColorScheme scheme) {
            this.width = width;
            this.height = height;
            this.scheme = scheme;
        }
    }

    private Accessibility() {}

    /** The page as it stands, in both schemes. Only colours differ between them, so all else is looked at once. */
    public static void check(Page page) {
        load(page);
        var problems = new ArrayList<>(inScheme(page, ColorScheme.DARK, "color-contrast"));
        problems.addAll(inScheme(page, ColorScheme.LIGHT, null));
        problems.addAll(sideways(page));
        assertThat(problems).as("%s", page.url()).isEmpty();
    }

    /** The page resized to the screen, in that screen's scheme. */
    public static List<String> problems(Page page, Screen screen) {
        page.setViewportSize(screen.width, screen.height);
        load(page);
        var problems = new ArrayList<>(inScheme(page, screen.scheme, null));
        problems.addAll(sideways(page));
        return problems;
    }

    private static void load(Page page) {
        if (!(boolean) page.evaluate("() => 'axe' in window")) {
            page.evaluate(AXE);
        }
    }

    private static List<String> inScheme(Page page, ColorScheme scheme, @Nullable String only) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        return run(page, only).stream().map(found -> scheme + " " + found).toList();
    }

    private static List<String> sideways(Page page) {
        int width = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
        return width > page.viewportSize().width ? List.of("scrolls sideways: " + width) : List.of();
    }

    private static List<String> run(Page page, @Nullable String only) {
        return ((List<?>) page.evaluate(RUN, only))
                .stream().map(String::valueOf).toList();
    }

    private static String axe() {
        try (var script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
