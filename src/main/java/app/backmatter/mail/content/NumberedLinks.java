package app.backmatter.mail.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The author's links of one mail in the order in which they come; equal addresses are one. */
final class NumberedLinks {
    private static final Pattern WEB = Pattern.compile("(?i)https?://[^\\s/?#]\\S*");
    private static final Pattern MAIL = Pattern.compile("(?i)mailto:\\S+");

    private static final Pattern OPEN = Pattern.compile(Slots.OPEN);

    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    static boolean isWeb(String address) {
        return WEB.matcher(address).matches();
    }

    static boolean isMail(String address) {
        return MAIL.matcher(address).matches();
    }

    /** What stands for the address in the mail: a place, itself where it is one already or a mail's, nothing where it leads nowhere. */
    String place(String address) {
        if (isMail(address) || OPEN.matcher(address).matches()) {
            return address;
        }
        if (!isWeb(address)) {
            return "";
        }
        return Slots.open(Slots.link(numbers.computeIfAbsent(address, _ -> numbers.size())));
    }

    List<String> all() {
        return new ArrayList<>(numbers.keySet());
    }
}
