package app.backmatter.pages.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.pages.PublicAddress;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SecurityHeadersTests {
    @Test
    void keepsBrowsersOnHttpsWhereReadersComeByIt() throws Exception {
        assertThat(answer("https://books.example.org").getHeader("Strict-Transport-Security"))
                .isNotNull();
        assertThat(answer("http://localhost:8080").getHeader("Strict-Transport-Security"))
                .isNull();
    }

    private static MockHttpServletResponse answer(String address) throws Exception {
        var response = new MockHttpServletResponse();
        new SecurityHeaders(new PublicAddress(address))
                .doFilter(new MockHttpServletRequest(), response, new MockFilterChain());
        return response;
    }
}
