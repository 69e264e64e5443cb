package app.backmatter.pages.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@ExtendWith(OutputCaptureExtension.class)
class UntoldProxyTests {
    @Test
    void warnsOnceOfAProxyThatTheSettingsDoNotName(CapturedOutput output) throws Exception {
        var filter = new UntoldProxy("none");

        send(filter, new MockHttpServletRequest());
        assertThat(output).doesNotContain("proxy");
        send(filter, forwarded());
        send(filter, forwarded());

        assertThat(output).containsOnlyOnce("SERVER_FORWARD_HEADERS_STRATEGY=native");
    }

    @Test
    void isQuietWhereTheProxyIsTold(CapturedOutput output) throws Exception {
        send(new UntoldProxy("NATIVE"), forwarded());

        assertThat(output).doesNotContain("proxy");
    }

    private static MockHttpServletRequest forwarded() {
        var request = new MockHttpServletRequest();
        request.addHeader("X-Forwarded-For", "203.0.113.7");
        return request;
    }

    private static void send(UntoldProxy filter, MockHttpServletRequest request) throws Exception {
        var chain = new MockFilterChain();
        filter.doFilter(request, new MockHttpServletResponse(), chain);
        assertThat(chain.getRequest()).isSameAs(request);
    }
}
