package app.backmatter.support.stripe;

import tools.jackson.databind.node.ObjectNode;

/** What Stripe answers: a status and a body, which is JSON or a page. */
public record Told(int status, String type, String body, String location) {
    static Told json(ObjectNode body) {
        return json(200, body);
    }

    static Told json(int status, ObjectNode body) {
        return new Told(status, "application/json", body.toString(), "");
    }

    static Told page(String body) {
        return new Told(200, "text/html; charset=utf-8", """
            <!doctype html><html lang="en"><title>Stripe</title>
            <style>button, a { display: inline-block; padding: 1rem; margin: 1rem }</style>
            <main>%s</main>\
            """.formatted(body), "");
    }

    static Told seeOther(String location) {
        return new Told(303, "text/plain", "", location);
    }

    public static Told refused(int status, String type, String code, String message) {
        var body = Shapes.empty();
        body.putObject("error").put("type", type).put("code", code).put("message", message);
        return json(status, body);
    }

    /** As Stripe refuses what the state of an object does not allow. */
    static Told invalid(String code) {
        return refused(400, "invalid_request_error", code, "It is not in a state for that.");
    }
}
