package app.backmatter.mail.broadcast;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A text that is the same for all readers but in a few places. */
final class Stretches {
    /** Puts what is this reader's own to the end. */
    interface Piece {
        void append(StringBuilder mail, Outgoing message);
    }

    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder same = new StringBuilder();
    private int length;

    Stretches add(String text) {
        same.append(text);
        return this;
    }

    Stretches add(Function<Outgoing, String> own) {
        endOfSame();
        pieces.add((mail, message) -> mail.append(own.apply(message)));
        return this;
    }

    /** To be asked once nothing is added any more. */
    Stretches done() {
        endOfSame();
        return this;
    }

    String fill(Outgoing message) {
        var mail = new StringBuilder(length + 1_000);
        for (var piece : pieces) {
            piece.append(mail, message);
        }
        return mail.toString();
    }

    private void endOfSame() {
        if (!same.isEmpty()) {
            var text = same.toString();
            pieces.add((mail, _) -> mail.append(text));
            length += text.length();
            same.setLength(0);
        }
    }
}
