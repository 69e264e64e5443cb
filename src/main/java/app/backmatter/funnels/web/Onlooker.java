package app.backmatter.funnels.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;

/** Programs that ask for a page which nobody looks at yet: they ask for its head, or fetch it in case it is wanted. */
final class Onlooker {
    private Onlooker() {}

    static boolean sent(HttpServletRequest request) {
        return request.getMethod().equals("HEAD")
                || Stream.of("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz")
                        .map(request::getHeader)
                        .anyMatch(purpose -> purpose != null && !purpose.isBlank());
    }
}
