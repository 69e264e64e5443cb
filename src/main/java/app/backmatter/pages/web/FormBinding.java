package app.backmatter.pages.web;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Forms are records and take what their constructors name. Any other parameter is ignored, however it is spelt. */
@ControllerAdvice
class FormBinding {
    @InitBinder
    void constructorsOnly(WebDataBinder binder) {
        binder.setDeclarativeBinding(true);
    }
}
