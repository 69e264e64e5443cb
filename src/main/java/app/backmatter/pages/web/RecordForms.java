package app.backmatter.pages.web;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Forms are records: what their constructors ask for is all that a request can set. */
@ControllerAdvice
class RecordForms {
    @InitBinder
    void constructorsAlone(WebDataBinder binder) {
        binder.setDeclarativeBinding(true);
    }
}
