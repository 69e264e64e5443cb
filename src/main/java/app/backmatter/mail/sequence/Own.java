package app.backmatter.mail.sequence;

import app.backmatter.mail.MergeFields;
import app.backmatter.mail.content.Block;
import app.backmatter.mail.content.MailContent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The links that are each reader's own. Who came without a funnel has no offer; what led there is left out for them. */
final class Own {
    static final List<String> LINKS = List.of(MergeFields.GIFT_LINK, MergeFields.OFFER_LINK, MergeFields.LIBRARY_LINK);

    private Own() {}

    static Set<String> missing(Map<String, String> fields) {
        return LINKS.stream()
                .filter(link -> fields.getOrDefault(link, "").isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    static MailContent without(MailContent content, Set<String> missing) {
        return missing.isEmpty()
                ? content
                : new MailContent(content.blocks().stream()
                        .flatMap(block -> without(block, missing))
                        .toList());
    }

    private static Stream<Block> without(Block block, Set<String> missing) {
        return switch (block) {
            case Block.Text(var markdown) -> Stream.of(new Block.Text(without(markdown, missing)));
            case Block.Button(var _, var link) when isMissing(link, missing) -> Stream.empty();
            case Block.Picture(var file, var width, var alternative, var link)
            when isMissing(link, missing) -> Stream.of(new Block.Picture(file, width, alternative, ""));
            default -> Stream.of(block);
        };
    }

    private static boolean isMissing(String link, Set<String> missing) {
        return missing.stream().anyMatch(field -> link.equals("{" + field + "}"));
    }

    /** The words of a link stay. */
    private static String without(String markdown, Set<String> missing) {
        var text = markdown;
        for (var field : missing) {
            text = text.replaceAll("\\[([^\\]]*)]\\(\\{" + field + "}\\)", "$1").replace("{" + field + "}", "");
        }
        return text;
    }
}
