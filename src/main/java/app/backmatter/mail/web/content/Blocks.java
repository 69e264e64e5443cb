package app.backmatter.mail.web.content;

import app.backmatter.mail.content.Block;
import app.backmatter.mail.content.MailContent;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** The blocks of a form by their places: a list would make room for whatever place is named. */
public final class Blocks {
    public static final int MOST = 40;

    private Blocks() {}

    public static Map<String, BlockForm> of(MailContent content) {
        return numbered(content.blocks().stream().map(BlockForm::of).toList());
    }

    /** What has no place or no kind is left out; the others count from 0. */
    public static Map<String, BlockForm> known(@Nullable Map<String, BlockForm> typed) {
        return numbered(Objects.requireNonNullElse(typed, Map.<String, BlockForm>of()).entrySet().stream()
                .filter(block -> block.getKey().matches("[0-9]{1,3}"))
                .filter(block -> block.getValue().block().isPresent())
                .sorted(Comparator.comparing(block -> Integer.valueOf(block.getKey())))
                .map(Map.Entry::getValue)
                .toList());
    }

    public static List<Block> shown(Map<String, BlockForm> blocks) {
        return blocks.values().stream().flatMap(block -> block.block().stream()).toList();
    }

    public static void check(Map<String, BlockForm> blocks, Errors errors) {
        if (blocks.size() > MOST) {
            errors.reject("mail.error.blocks");
        }
        blocks.forEach((place, block) -> block.check("blocks[%s].".formatted(place), errors));
    }

    private static Map<String, BlockForm> numbered(List<BlockForm> blocks) {
        var numbered = new LinkedHashMap<String, BlockForm>();
        blocks.forEach(block -> numbered.put(String.valueOf(numbered.size()), block));
        return numbered;
    }
}
