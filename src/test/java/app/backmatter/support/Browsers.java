package app.backmatter.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;

/**
 * One real Chromium for the whole run, as Playwright's objects belong to the thread that made them one for each thread
 * that asks: the system's where there is one, else Playwright's own. Without any browser journeys are skipped, saying so,
 * unless the environment is CI.
 */
public final class Browsers {
    private static final List<String> SYSTEM = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final String PHONE =
            "Mozilla/5.0 (Linux; Android 16; Pixel %d) AppleWebKit/537.36 (KHTML, like Gecko)"
                    + " Chrome/142.0.0.0 Mobile Safari/537.36";
    private static final AtomicInteger PHONES = new AtomicInteger();

    private static final ThreadLocal<Optional<Browser>> BROWSER = ThreadLocal.withInitial(Browsers::launch);

    private Browsers() {}

    /** A reader's phone, 390 pixels wide. Each is of its own make, so that each is another visitor. */
    public static BrowserContext phone(boolean javaScript) {
        return open().newContext(new Browser.NewContextOptions()
                .setUserAgent(PHONE.formatted(PHONES.incrementAndGet()))
                .setViewportSize(390, 844)
                .setJavaScriptEnabled(javaScript)
                .setLocale("en-US"));
    }

    /** An author's laptop. */
    public static BrowserContext laptop() {
        return laptopIn("America/New_York");
    }

    public static BrowserContext laptopIn(String timeZone) {
        return open().newContext(new Browser.NewContextOptions()
                .setViewportSize(1366, 900)
                .setTimezoneId(timeZone)
                .setLocale("en-US"));
    }

    private static Browser open() {
        var browser = BROWSER.get();
        Assumptions.assumeTrue(browser.isPresent(), "No browser can be had here: the journey is skipped");
        return browser.orElseThrow();
    }

    // closed by the end of the run
    @SuppressWarnings("resource")
    private static Optional<Browser> launch() {
        var options = new BrowserType.LaunchOptions().setArgs(QUIET);
        var own = SYSTEM.stream().map(Path::of).filter(Files::isExecutable).findFirst();
        own.ifPresent(options::setExecutablePath);
        try {
            var environment =
                    own.isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.<String, String>of();
            return Optional.of(Playwright.create(new Playwright.CreateOptions().setEnv(environment))
                    .chromium()
                    .launch(options));
        } catch (PlaywrightException e) {
            if (System.getenv("CI") != null) {
                throw e;
            }
            return Optional.empty();
        }
    }
}
