package app.backmatter.support;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.backmatter.orders.OrderId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Gives money of orders back as their author does: by the form that the order's page leads to. */
public class RefundFixtures {
    private final MockMvc mvc;

    RefundFixtures(MockMvc mvc) {
        this.mvc = mvc;
    }

    /**
     * What an author sees of it.
     *
     * @param told on the page that it leads to; empty when it leads nowhere
     */
    public record Answer(int status, String told, Document page) {
        public String text() {
            return page.select("main").text();
        }
    }

    /** As it stands when it is opened: with all that is left, for files that stay. */
    public Form form(TestWorkspace workspace, OrderId order) {
        var fields = new LinkedHashMap<String, String>();
        var page = ask(workspace, get(path(workspace, order) + "/new")).page();
        page.select("form[action$=/refunds/new] input:not([type=radio])")
                .forEach(input -> fields.put(input.attr("name"), input.val()));
        fields.put("files", "keep");
        return new Form(workspace, order, fields);
    }

    private Answer ask(TestWorkspace workspace, MockHttpServletRequestBuilder request) {
        try {
            var result = mvc.perform(request.with(workspace.owner().signedIn())).andReturn();
            return new Answer(
                    result.getResponse().getStatus(),
                    Stream.of("flash", "problem")
                            .map(each ->
                                    result.getFlashMap().getOrDefault(each, "").toString())
                            .collect(Collectors.joining()),
                    Jsoup.parse(result.getResponse().getContentAsString()));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String path(TestWorkspace workspace, OrderId order) {
        return workspace.path("/orders/" + order + "/refunds");
    }

    /** A filled form, which may be sent any number of times. */
    public final class Form {
        private final TestWorkspace workspace;
        private final OrderId order;
        private final Map<String, String> fields;

        private Form(TestWorkspace workspace, OrderId order, Map<String, String> fields) {
            this.workspace = workspace;
            this.order = order;
            this.fields = fields;
        }

        /** How many of the order's lines have something left. */
        public int lines() {
            return amounts().size();
        }

        /** @param line its place among those of which something is left, from 0 */
        public Form with(int line, String amount) {
            return with(amounts().get(line), amount);
        }

        private List<String> amounts() {
            return fields.keySet().stream()
                    .filter(field -> field.startsWith("amount-"))
                    .toList();
        }

        public Form with(String field, String value) {
            var changed = new LinkedHashMap<>(fields);
            changed.put(field, value);
            return new Form(workspace, order, changed);
        }

        public Form takingFilesBack() {
            return with("files", "take");
        }

        /** Says what would happen. */
        public Answer review() {
            return sent("/new");
        }

        public Answer send() {
            return sent("");
        }

        private Answer sent(String rest) {
            var request = post(path(workspace, order) + rest);
            fields.forEach(request::param);
            return ask(workspace, request);
        }
    }
}
