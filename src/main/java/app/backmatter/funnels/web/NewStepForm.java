package app.backmatter.funnels.web;

import app.backmatter.funnels.FunnelPart;
import app.backmatter.funnels.domain.Answer;
import app.backmatter.pages.Typed;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record NewStepForm(
        @Nullable UUID after, Answer answer, @Nullable FunnelPart part, String product, String price) {
    @SuppressWarnings("NullAway") // a form that was not sent by our page may leave anything out
    NewStepForm {
        answer = answer == null ? Answer.YES : answer;
        product = Typed.line(product);
        price = Typed.line(price);
    }
}
