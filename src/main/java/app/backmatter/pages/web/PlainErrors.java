package app.backmatter.pages.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** An id in an address that is no id names nothing; two who save the same at the same moment are told. */
@ControllerAdvice
class PlainErrors {
    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    void malformedId(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    @ExceptionHandler(OptimisticLockingFailureException.class)
    void savedAtTheSameMoment(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_CONFLICT);
    }
}
