package app.backmatter.links.domain;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import ua_parser.Parser;

/**
 * Tells crawlers, link previews and mail scanners by the name that their browser gives: the open list of uap-core, and
 * the scanners of mail and chat that it takes for people.
 */
@Service
public class Bots {
    private static final Pattern SCANNERS = Pattern.compile(
            "(?i)barracuda|mimecast|proofpoint|safelinks|symantec|messagelabs|forcepoint|ironport|trendmicro"
                    + "|googleimageproxy|yahoomailproxy|whatsapp/|telegrambot|slackbot|discordbot|skypeuripreview"
                    + "|linkpreview|preview|headless|curl/|wget/|python-|java-http-client|java/|okhttp|go-http-client"
                    + "|axios|node-fetch|libwww|httpclient|scanner|monitor|uptime|bot\\b|crawler|spider");
    /** Longer ones are made to be expensive. */
    private static final int LONGEST = 512;

    private final LoadingCache<String, Boolean> known =
            Caffeine.newBuilder().maximumSize(10_000).build(this::recognise);
    private volatile @Nullable Parser parser;

    public boolean isBot(String browser) {
        return browser.isBlank() || browser.length() > LONGEST || known.get(browser);
    }

    private boolean recognise(String browser) {
        return SCANNERS.matcher(browser).find() || "Spider".equals(parser().parseDevice(browser).family);
    }

    /** Loaded when the first reader comes: its list takes half a second and some memory, which a start can do without. */
    private Parser parser() {
        var loaded = parser;
        if (loaded == null) {
            loaded = new Parser();
            parser = loaded;
        }
        return loaded;
    }
}
