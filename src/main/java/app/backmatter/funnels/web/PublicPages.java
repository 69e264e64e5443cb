package app.backmatter.funnels.web;

import app.backmatter.funnels.passage.Reader;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The two answers of a reader's private address: a page, or another address. */
final class PublicPages {
    private PublicPages() {}

    static ModelAndView page(String template, Reader reader) {
        return new ModelAndView("funnels/public/" + template, PublicModel.of(reader.content()))
                .addObject("way", reader.path())
                .addObject("via", reader.via());
    }

    /** @param address from the first slash, or a whole one at the bank */
    static ModelAndView seeOther(String address) {
        var view = new RedirectView(address);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExpandUriTemplateVariables(false);
        return new ModelAndView(view);
    }
}
